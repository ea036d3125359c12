/** Platforms where goods are sold live, in the order of choices; their names are in `platforms.json`. */
export const salesPlatforms = ['douyin', 'kuaishou', 'taobao', 'wechat-channels', 'xiaohongshu'] as const

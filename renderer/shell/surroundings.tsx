import { App as AntApp, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US.js'
import zhCN from 'antd/locale/zh_CN.js'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn.js'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { antTheme } from '../ui/theme.ts'
import { useApp } from './app-store.ts'

/** What every screen stands in: the theme by day or night, and the language of the settings. */
export function Surroundings({ children }: { children: ReactNode }) {
  const mode = useApp((state) => state.mode)
  const language = useApp((state) => state.status?.settings.language ?? 'zh')
  const { i18n } = useTranslation()
  useEffect(() => {
    void i18n.changeLanguage(language)
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en')
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language, i18n])
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN.default : enUS.default}
      theme={antTheme(mode)}
      button={{ autoInsertSpace: false }}
    >
      <AntApp className="app-root">{children}</AntApp>
    </ConfigProvider>
  )
}

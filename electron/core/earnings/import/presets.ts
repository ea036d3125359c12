import alipayApp from '../../../../resources/statements/alipay-app.json' with { type: 'json' }
import alipayMerchant from '../../../../resources/statements/alipay-merchant.json' with { type: 'json' }
import alipayWeb from '../../../../resources/statements/alipay-web.json' with { type: 'json' }
import bank from '../../../../resources/statements/bank.json' with { type: 'json' }
import bankCreditCard from '../../../../resources/statements/bank-credit-card.json' with { type: 'json' }
import douyinAgency from '../../../../resources/statements/douyin-agency.json' with { type: 'json' }
import douyinCreator from '../../../../resources/statements/douyin-creator.json' with { type: 'json' }
import douyinFunds from '../../../../resources/statements/douyin-funds.json' with { type: 'json' }
import douyinLeader from '../../../../resources/statements/douyin-leader.json' with { type: 'json' }
import douyinSessions from '../../../../resources/statements/douyin-sessions.json' with { type: 'json' }
import douyinSettlement from '../../../../resources/statements/douyin-settlement.json' with { type: 'json' }
import kuaishouOrders from '../../../../resources/statements/kuaishou-orders.json' with { type: 'json' }
import kuaishouSettlement from '../../../../resources/statements/kuaishou-settlement.json' with { type: 'json' }
import taobaoAlliance from '../../../../resources/statements/taobao-alliance.json' with { type: 'json' }
import taobaoLive from '../../../../resources/statements/taobao-live.json' with { type: 'json' }
import wechatPay from '../../../../resources/statements/wechat-pay.json' with { type: 'json' }
import wechatShop from '../../../../resources/statements/wechat-shop.json' with { type: 'json' }
import wechatShopFunds from '../../../../resources/statements/wechat-shop-funds.json' with { type: 'json' }
import xiaohongshuOrders from '../../../../resources/statements/xiaohongshu-orders.json' with { type: 'json' }
import xiaohongshuSettlement from '../../../../resources/statements/xiaohongshu-settlement.json' with { type: 'json' }
import { type StatementPreset, statementPresetSchema } from '../../../../shared/earnings/statements/preset.ts'

/**
 * The presets that ship. To add one: write `resources/statements/<id>.json` (its README says how), import it here, name it
 * under `presets.<id>` in `shared/i18n/<language>/import.json`, and add a file of that kind to the preset tests.
 */
const shipped: unknown[] = [
  douyinCreator,
  douyinAgency,
  douyinLeader,
  douyinSettlement,
  kuaishouSettlement,
  kuaishouOrders,
  taobaoAlliance,
  taobaoLive,
  wechatShop,
  xiaohongshuOrders,
  xiaohongshuSettlement,
  douyinSessions,
  wechatPay,
  alipayApp,
  alipayWeb,
  alipayMerchant,
  douyinFunds,
  wechatShopFunds,
  bank,
  bankCreditCard,
]

/** Parsed on first use, so that the start of a thread does not pay for it. */
let parsed: StatementPreset[] | undefined

export function shippedPresets(): StatementPreset[] {
  parsed ??= shipped.map((preset) => statementPresetSchema.parse(preset))
  return parsed
}

import { expect, test } from 'vitest'
import { callCore } from '../../../electron/core/core.ts'
import { openTempCore } from '../temp-core.ts'

const person = { kind: 'person', name: '林小满', idCard: '11010519491231002x', phone: '138 0013 8000' } as const

test('a party is answered masked and whole only when asked', async () => {
  const core = openTempCore()
  const saved = await callCore(core, 'parties.save', { ...person, address: '浙江省杭州市滨江区长河街道1号' })
  expect(saved).toMatchObject({ idCard: '1101**********002X', phone: '138****8000', address: '浙江省杭州市****' })
  const listed = await callCore(core, 'parties.list', {})
  expect(JSON.stringify(listed)).not.toContain('13800138000')
  expect(await callCore(core, 'parties.reveal', { id: saved.id })).toMatchObject({
    idCard: '11010519491231002X',
    phone: '13800138000',
    gender: 'female',
    birthDate: '1949-12-31',
  })
})

test('a change touches only what it gives, and what was before is kept', async () => {
  const core = openTempCore()
  const saved = await callCore(core, 'parties.save', person)
  await callCore(core, 'parties.save', { id: saved.id, alsoKnownAs: ['小满', '林小满', ' '.repeat(2) + '小 满'] })
  const changed = await callCore(core, 'parties.save', { id: saved.id, phone: null })
  expect(changed).toMatchObject({ phone: null, idCard: '1101**********002X', alsoKnownAs: ['小满'] })
})

test('identifiers that cannot be are refused with their own code and nothing is written', async () => {
  const core = openTempCore()
  const refused = async (fields: object) =>
    (await core.invoke('parties.save', { kind: 'person', name: '甲', ...fields })) as { error: { code: string } }
  expect((await refused({ idCard: '110105194912310021' })).error.code).toBe('parties.id-card-checksum')
  expect((await refused({ phone: '12345' })).error.code).toBe('parties.phone-length')
  expect((await refused({ bankCard: '6222021001116245703' })).error.code).toBe('parties.bank-card-checksum')
  expect((await refused({ idCard: person.idCard, gender: 'male' })).error.code).toBe('parties.gender-mismatch')
  expect((await callCore(core, 'parties.list', {})).parties).toEqual([])
})

test('one identity number belongs to one party', async () => {
  const core = openTempCore()
  await callCore(core, 'parties.save', person)
  await expect(callCore(core, 'parties.save', { ...person, name: '另一个' })).rejects.toMatchObject({
    code: 'parties.same-identifier',
    params: { name: '林小满' },
  })
})

test('the person using this computer is marked, and cannot be voided', async () => {
  const core = openTempCore()
  const self = await callCore(core, 'parties.save', { ...person, isSelf: true })
  expect(self.isSelf).toBe(true)
  expect((await callCore(core, 'app.status', {})).settings.selfPartyId).toBe(self.id)
  await expect(callCore(core, 'parties.void', { id: self.id, reason: '重复' })).rejects.toMatchObject({
    code: 'parties.is-self',
  })
})

test('a voided party leaves the list and comes back', async () => {
  const core = openTempCore()
  const { id } = await callCore(core, 'parties.save', person)
  await callCore(core, 'parties.void', { id, reason: '建重了' })
  expect((await callCore(core, 'parties.list', {})).parties).toEqual([])
  expect((await callCore(core, 'parties.list', { withVoided: true })).parties).toMatchObject([{ voidReason: '建重了' }])
  await expect(callCore(core, 'parties.save', { id, name: '乙' })).rejects.toMatchObject({ code: 'parties.voided' })
  expect(await callCore(core, 'parties.restore', { id })).toMatchObject({ voidedAt: null })
})

test('the fields of a person go when it becomes an organisation', async () => {
  const core = openTempCore()
  const { id } = await callCore(core, 'parties.save', person)
  const changed = await callCore(core, 'parties.save', { id, kind: 'organisation', creditCode: '91350100M000100Y43' })
  expect(changed).toMatchObject({ idCard: null, gender: null, creditCode: '91350100M000100Y43', phone: '138****8000' })
})

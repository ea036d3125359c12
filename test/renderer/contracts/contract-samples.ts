import { readTemplate } from '../../../electron/core/contracts/templates.ts'
import type { ContractContent, ContractDetail, ContractRow } from '../../../shared/contracts/life-shapes.ts'
import { buildContract } from '../../../shared/contracts/templates/build.ts'
import { agency, cooperationValues, splitTerms, streamer } from '../../core/contracts/contract-fixtures.ts'

export const contractId = '01900000-0000-7000-8000-000000000001'
export const hash = 'c'.repeat(64)

export function contractContent(change: Partial<ContractContent> = {}): ContractContent {
  const template = readTemplate('mcn-cooperation')
  const values = cooperationValues()
  return {
    format: 'boan-contract-content',
    version: 1,
    number: 'HT-2026-0001',
    title: '直播合作协议',
    templateId: template.id,
    templateVersion: template.version,
    relation: 'civil',
    issuedAt: '2026-07-20T04:00:00.000Z',
    values,
    optionalClauses: [],
    payer: agency,
    payee: streamer,
    from: '2026-08-01',
    to: '2027-07-31',
    scope: { platforms: ['douyin'] },
    terms: splitTerms,
    built: buildContract(template, values, [], 'HT-2026-0001'),
    amends: null,
    ...change,
  }
}

export function contractRow(change: Partial<ContractRow> = {}): ContractRow {
  return {
    id: contractId,
    origin: 'template',
    state: 'issued',
    standing: 'issued',
    title: '直播合作协议',
    number: 'HT-2026-0001',
    templateId: 'mcn-cooperation',
    relation: 'civil',
    payer: { id: null, name: agency.name },
    payee: { id: null, name: streamer.name },
    self: 'payer',
    from: '2026-08-01',
    to: '2027-07-31',
    endedOn: null,
    agreementId: null,
    batchId: null,
    updatedAt: '2026-07-20T04:00:00.000Z',
    ...change,
  }
}

export function contractDetail(change: Partial<ContractDetail> = {}): ContractDetail {
  return {
    ...contractRow(),
    templateVersion: 1,
    values: {},
    optionalClauses: [],
    scope: { platforms: ['douyin'] },
    terms: splitTerms,
    note: '',
    content: contractContent(),
    contentSha256: hash,
    issuedAt: '2026-07-20T04:00:00.000Z',
    pages: 6,
    files: [
      { kind: 'pdf', name: 'HT-2026-0001.pdf', sha256: hash },
      { kind: 'docx', name: 'HT-2026-0001.docx', sha256: hash },
    ],
    evidence: [],
    events: [],
    actions: ['hand-over', 'join-acceptance', 'sign', 'amend', 'void'],
    amends: null,
    amendedBy: [],
    createdAt: '2026-07-20T04:00:00.000Z',
    voidedAt: null,
    voidReason: null,
    ...change,
  }
}

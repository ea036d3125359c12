import builtIn from '../../../resources/training/occupation.json' with { type: 'json' }
import { type OccupationRow, occupationSchema } from '../../../shared/training/occupation.ts'
import type { Assessment, Certificate, TrainingRecord } from '../../../shared/training/records.ts'

export const occupation: OccupationRow[] = occupationSchema.parse(builtIn).rows

export function idOf(at: number): string {
  return `01980000-0000-7000-8000-${String(at).padStart(12, '0')}`
}

const moments = {
  createdAt: '2026-06-01T00:00:00.000Z',
  updatedAt: '2026-06-01T00:00:00.000Z',
  voidedAt: null,
  voidReason: null,
}

export function training(at: number, rest: Partial<TrainingRecord> = {}): TrainingRecord {
  return {
    id: idOf(at),
    partyId: idOf(900),
    date: '2026-03-05',
    startTime: null,
    minutes: 90,
    kind: 'level',
    topic: `课 ${at}`,
    provider: '县职教中心',
    trainer: '',
    mode: 'on-site',
    job: 'live-seller',
    level: 5,
    skills: [],
    score: null,
    passMark: null,
    costFen: null,
    evidenceIds: [],
    voucherIds: [],
    note: '',
    ...moments,
    ...rest,
  }
}

export function certificate(at: number, rest: Partial<Certificate> = {}): Certificate {
  return {
    id: idOf(at),
    partyId: idOf(900),
    title: '职业技能等级证书',
    number: 'S000',
    issuer: '县评价机构',
    job: 'live-seller',
    level: 5,
    issuedOn: '2026-05-01',
    expiresOn: null,
    remindDays: 60,
    checkResult: '',
    checkedOn: null,
    evidenceIds: [],
    note: '',
    ...moments,
    ...rest,
  }
}

export function assessment(at: number, rest: Partial<Assessment> = {}): Assessment {
  return {
    id: idOf(at),
    partyId: idOf(900),
    kind: 'formal',
    date: '2026-04-20',
    job: 'live-seller',
    level: 5,
    part: 'theory',
    score: 72,
    passMark: 60,
    assessor: '',
    evidenceIds: [],
    note: '',
    ...moments,
    ...rest,
  }
}

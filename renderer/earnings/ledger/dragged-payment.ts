import type { DragEvent } from 'react'

/** A payment on its way from one cycle to another. */
export interface DraggedPayment {
  paymentId: string
  fromAgreementId: string
  fromCycle: string
  partFen: number
  allocations: Allocation[]
}

export interface Allocation {
  agreementId: string
  cycle: string
  amountFen: number
}

const dragType = 'application/x-boan-payment'

/** While something is dragged, only types can be read; the payment itself is remembered here. */
let underway: DraggedPayment | undefined

export function startDrag(event: DragEvent, payment: DraggedPayment): void {
  underway = payment
  event.dataTransfer.effectAllowed = 'move'
  event.dataTransfer.setData(dragType, payment.paymentId)
}

/** The payment being dragged over this place, if it is one of ours. */
export function draggedPayment(event: DragEvent): DraggedPayment | undefined {
  return event.dataTransfer.types.includes(dragType) ? underway : undefined
}

/** The allocations after a part has been moved: what was put elsewhere stays, the part goes to its new cycle. */
export function moveAllocation(payment: DraggedPayment, agreementId: string, cycle: string): Allocation[] {
  const stays = payment.allocations.filter(
    (one) => one.agreementId !== payment.fromAgreementId || one.cycle !== payment.fromCycle,
  )
  const there = stays.find((one) => one.agreementId === agreementId && one.cycle === cycle)
  const others = stays.filter((one) => one !== there)
  return [...others, { agreementId, cycle, amountFen: (there?.amountFen ?? 0) + payment.partFen }]
}

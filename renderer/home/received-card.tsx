import { ReceivedDrop, useReceivedPicker } from '../bundles/index.ts'

/** A mediator's first act: a file that somebody handed over is dropped here, verified and opened. */
export function ReceivedCard() {
  const picker = useReceivedPicker()
  return (
    <div className="home-received">
      <ReceivedDrop onChoose={picker.choose} />
      {picker.input}
    </div>
  )
}

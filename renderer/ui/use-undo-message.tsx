import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'

const secondsShown = 8

/** Says in passing what was taken away, with the button that brings it back. `key` tells one such message from another. */
export function useUndoMessage(): (key: string, text: string, undo: () => void) => void {
  const { t } = useTranslation('app')
  const { message } = App.useApp()
  return (key, text, undo) => {
    const back = (): void => {
      message.destroy(key)
      undo()
    }
    void message.open({
      key,
      type: 'info',
      duration: secondsShown,
      content: (
        <>
          {text}{' '}
          <Button size="small" onClick={back}>
            {t('action.undo')}
          </Button>
        </>
      ),
    })
  }
}

import { useEffect, useRef } from 'react'

interface PaperPagesProps {
  /** A whole HTML page made by our own renderer: every value in it is escaped and it has no script. */
  html: string
  label: string
}

/**
 * A paper as its page. It stands in a shadow tree: its style touches nothing of the window, and the window's Chinese fonts reach
 * it, which a sandboxed frame would not let in.
 */
export function PaperPages({ html, label }: PaperPagesProps) {
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = host.current
    if (element === null) return
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
    const page = new DOMParser().parseFromString(html, 'text/html')
    const style = document.createElement('style')
    const own = [...page.querySelectorAll('style')].map((part) => part.textContent).join('\n')
    style.textContent = `${own.replaceAll(/^body\{/gm, ':host{').replaceAll(/^main\b/gm, '.page')}\n${shadowStyle}`
    root.replaceChildren(style, ...[...page.body.children].map(asPlainBox))
  }, [html])
  useFittedPage(host)
  return <div ref={host} className="paper-pages" role="document" aria-label={label} />
}

/** Draws the page at its real width and shrinks it to the room there is, as a page is looked at. */
function useFittedPage(host: React.RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const element = host.current
    if (element === null) return undefined
    const observer = new ResizeObserver(([entry]) => {
      element.style.setProperty('--room', String(entry?.contentRect.width ?? 0))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [host])
}

/** The window has its own main landmark; the paper's becomes a plain box of the same look. */
function asPlainBox(element: Element): Element {
  if (element.localName !== 'main') return element
  const box = document.createElement('div')
  box.className = `page ${element.className}`
  box.replaceChildren(...element.childNodes)
  return box
}

const shadowStyle = `
:host{display:block;background:transparent;font-family:"Noto Serif SC","Songti SC",SimSun,var(--font)}
.page{--width:794;width:calc(var(--width) * 1px);max-width:none;margin:0 auto;zoom:min(1, calc(var(--room) / var(--width)))}
.page.landscape{--width:1123;max-width:none}
h1,h2,strong,th,tfoot td{font-family:var(--font)}
`

export type PreviewKind = 'image' | 'pdf' | 'audio' | 'video'

/** How the window shows a file of this type; undefined when only another program can. */
export function previewKindOf(mime: string): PreviewKind | undefined {
  if (mime === 'application/pdf') return 'pdf'
  return (['image', 'audio', 'video'] as const).find((kind) => mime.startsWith(`${kind}/`))
}

interface FilePreviewProps {
  kind: PreviewKind
  url: string
  /** What a screen reader calls it. */
  label: string
}

/** A picture, a PDF, sound or film inside the window. */
export function FilePreview({ kind, url, label }: FilePreviewProps) {
  switch (kind) {
    case 'image':
      return <img className="file-preview" src={url} alt={label} />
    case 'pdf':
      // oxlint-disable-next-line react/iframe-missing-sandbox -- Chromium shows no PDF in a sandboxed frame; the host serves this type inert
      return <iframe className="file-preview" src={url} title={label} />
    case 'audio':
      return (
        <audio controls src={url} aria-label={label}>
          <track kind="captions" />
        </audio>
      )
    default:
      return (
        <video className="file-preview" controls src={url} aria-label={label}>
          <track kind="captions" />
        </video>
      )
  }
}

/** Papers: one document model (`shared/documents/model.ts`) → PDF/A and DOCX. HTML and plain text are pure, in shared. */
export { renderDocx, type DocxResult } from './docx.ts'
export { renderPdf, renderSvg, type PdfResult } from './pdf.ts'

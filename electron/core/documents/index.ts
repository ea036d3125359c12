/** Papers: one document model (`shared/documents/model.ts`) → PDF/A, DOCX, HTML, text and a picture. */
export { drawPaper, type DrawnPaper, handOverPaper, type PaperFormat, textPaper } from './draw-paper.ts'

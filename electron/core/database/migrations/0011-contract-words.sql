-- The Word file of a contract may be made after its PDF: hundreds are issued as soon as the PDFs are there. Once made it stays as it is.

DROP TRIGGER contracts_stay_frozen;

CREATE TRIGGER contracts_stay_frozen BEFORE UPDATE ON contracts
WHEN OLD.state NOT IN ('draft', 'issuing', 'kept') AND (
  NEW.content IS NOT OLD.content OR NEW.content_sha256 IS NOT OLD.content_sha256 OR NEW.number IS NOT OLD.number
  OR NEW."values" IS NOT OLD."values" OR NEW.terms IS NOT OLD.terms OR NEW.pdf_sha256 IS NOT OLD.pdf_sha256
  OR (OLD.docx_sha256 IS NOT NULL AND NEW.docx_sha256 IS NOT OLD.docx_sha256)
  OR NEW.payer_id IS NOT OLD.payer_id OR NEW.payee_id IS NOT OLD.payee_id OR NEW.issued_at IS NOT OLD.issued_at
  OR NEW.origin IS NOT OLD.origin
)
BEGIN
  SELECT raise(ABORT, 'an issued contract is frozen');
END;

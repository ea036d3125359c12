/**
 * Passwords of previewed files, for as long as this thread lives: carrying out a plan reads the workbook again, and a
 * password is never written down.
 */
const passwords = new Map<string, string>()

export function rememberPassword(planId: string, password: string | undefined): void {
  if (password !== undefined && password !== '') passwords.set(planId, password)
}

export function passwordOf(planId: string): string | undefined {
  return passwords.get(planId)
}

export function forgetPassword(planId: string): void {
  passwords.delete(planId)
}

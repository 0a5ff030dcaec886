import { X509Certificate } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import defaults from "office-addin-dev-certs/lib/defaults.js";

const MEND = "Run `npx office-addin-dev-certs install` (Windows and macOS ask for your consent), then start again.";

/**
 * Key and certificate for https on this computer, as Microsoft's tool has made them. Making and trusting them asks the
 * developer for consent, so it is left to that tool. Throws in words where there are none, or where they have expired.
 */
export function certificate() {
  const { localhostCertificatePath, localhostKeyPath } = defaults;
  if (!existsSync(localhostCertificatePath) || !existsSync(localhostKeyPath)) {
    throw new Error(`There is no certificate for https://localhost yet. ${MEND}`);
  }
  const cert = readFileSync(localhostCertificatePath);
  const { validTo } = new X509Certificate(cert);
  if (Date.parse(validTo) < Date.now()) throw new Error(`The certificate for https://localhost expired on ${validTo}. ${MEND}`);
  return { cert, key: readFileSync(localhostKeyPath) };
}

/// <reference types="google-apps-script" />
import { checkedInteger, Refused, strict } from "./strict";
import type { World } from "./world";

type Lock = GoogleAppsScript.Lock.Lock;
type LockService = GoogleAppsScript.Lock.LockService;
type Properties = GoogleAppsScript.Properties.Properties;
type PropertiesService = GoogleAppsScript.Properties.PropertiesService;
type Utilities = GoogleAppsScript.Utilities.Utilities;
type Session = GoogleAppsScript.Base.Session;

/** A lock that one run holds until it lets go or ends. What is still unwritten then is written after the lock is gone. */
class FakeLock implements Pick<Lock, "hasLock" | "releaseLock" | "tryLock" | "waitLock"> {
  readonly self: Lock;
  constructor(private readonly world: World) {
    this.self = strict<Lock>("Lock", this, world);
  }
  hasLock(): boolean {
    return this.world.book.lockedBy === this.world;
  }
  tryLock(millis: number): boolean {
    const { book } = this.world;
    checkedInteger(millis, "Lock.tryLock");
    if (book.lockedBy !== null && book.lockedBy !== this.world) return false;
    book.lockedBy = this.world;
    return true;
  }
  waitLock(millis: number): void {
    if (!this.tryLock(millis)) throw new Refused("Lock timeout: another process was holding the lock for too long.");
  }
  releaseLock(): void {
    if (this.hasLock()) this.world.book.lockedBy = null;
  }
}

export class FakeLockService implements Pick<LockService, "getDocumentLock"> {
  readonly self: LockService;
  constructor(private readonly world: World) {
    this.self = strict<LockService>("LockService", this, world);
  }
  getDocumentLock(): Lock {
    return new FakeLock(this.world).self;
  }
}

const most = { value: 9 * 1024, all: 500 * 1024 };
const bytes = (text: string): number => Buffer.byteLength(text, "utf8");

class FakeProperties
  implements Pick<Properties, "getProperty" | "setProperty" | "deleteProperty" | "getKeys" | "getProperties" | "setProperties" | "deleteAllProperties"> {
  readonly self: Properties;
  constructor(world: World, private readonly kept: Map<string, string>) {
    this.self = strict<Properties>("Properties", this, world);
  }
  getProperty(key: string): string | null {
    return this.kept.get(key) ?? null;
  }
  getKeys(): string[] {
    return [...this.kept.keys()];
  }
  getProperties(): { [key: string]: string } {
    return Object.fromEntries(this.kept);
  }
  setProperty(key: string, value: string): Properties {
    return this.setProperties({ [key]: value });
  }
  setProperties(properties: { [key: string]: string }, deleteAllOthers = false): Properties {
    const next = new Map(deleteAllOthers ? [] : this.kept);
    for (const [key, value] of Object.entries(properties)) {
      if (bytes(String(value)) > most.value) throw new Refused("Argument too large: value");
      next.set(key, String(value));
    }
    const all = [...next].reduce((sum, [key, value]) => sum + bytes(key) + bytes(value), 0);
    if (all > most.all) throw new Refused("You have exceeded the property storage quota. Please remove some properties and try again.");
    this.kept.clear();
    next.forEach((value, key) => this.kept.set(key, value));
    return this.self;
  }
  deleteProperty(key: string): Properties {
    this.kept.delete(key);
    return this.self;
  }
  deleteAllProperties(): Properties {
    this.kept.clear();
    return this.self;
  }
}

export class FakePropertiesService
  implements Pick<PropertiesService, "getDocumentProperties" | "getScriptProperties" | "getUserProperties"> {
  readonly self: PropertiesService;
  constructor(private readonly world: World) {
    this.self = strict<PropertiesService>("PropertiesService", this, world);
  }
  getDocumentProperties(): Properties {
    return new FakeProperties(this.world, this.world.book.properties.document).self;
  }
  getScriptProperties(): Properties {
    return new FakeProperties(this.world, this.world.book.properties.script).self;
  }
  getUserProperties(): Properties {
    return new FakeProperties(this.world, this.world.book.properties.user).self;
  }
}

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

export class FakeUtilities implements Pick<Utilities, "formatDate" | "sleep" | "getUuid"> {
  readonly self: Utilities;
  private last = 0;
  constructor(private readonly world: World) {
    this.self = strict<Utilities>("Utilities", this, world);
  }
  formatDate(date: GoogleAppsScript.Base.Date, zone: string, format: string): string {
    const east = this.world.hoursOf(zone);
    const at = new Date(date.getTime() + east * 3600000);
    const hours = pad(Math.abs(east), 2);
    const parts: Readonly<Record<string, string>> = {
      yyyy: pad(at.getUTCFullYear(), 4), MM: pad(at.getUTCMonth() + 1, 2), dd: pad(at.getUTCDate(), 2),
      HH: pad(at.getUTCHours(), 2), mm: pad(at.getUTCMinutes(), 2), ss: pad(at.getUTCSeconds(), 2),
      SSS: pad(at.getUTCMilliseconds(), 3), Z: `${east < 0 ? "-" : "+"}${hours}00`, XXX: `${east < 0 ? "-" : "+"}${hours}:00`,
    };
    return format.replace(/'([^']*)'|([A-Za-z])\2*/g, (token: string, quoted?: string) => {
      if (quoted !== undefined) return quoted;
      const part = parts[token];
      if (part === undefined) throw new Error(`not faked: Utilities.formatDate with ${token}`);
      return part;
    });
  }
  sleep(millis: number): void {
    this.world.slept += millis;
  }
  getUuid(): string {
    this.last += 1;
    return `00000000-0000-4000-8000-${pad(this.last, 12)}`;
  }
}

/** Who somebody is needs a scope that the manifest does not ask for. */
export class FakeSession
  implements Pick<Session, "getActiveUser" | "getEffectiveUser" | "getActiveUserLocale" | "getScriptTimeZone" | "getTemporaryActiveUserKey"> {
  readonly self: Session;
  constructor(private readonly world: World) {
    this.self = strict<Session>("Session", this, world);
  }
  private readonly withheld = (member: string): never => {
    throw new Refused(
      `Specified permissions are not sufficient to call Session.${member}. Required permissions: https://www.googleapis.com/auth/userinfo.email`,
    );
  };
  getActiveUser(): GoogleAppsScript.Base.User {
    return this.withheld("getActiveUser");
  }
  getEffectiveUser(): GoogleAppsScript.Base.User {
    return this.withheld("getEffectiveUser");
  }
  getActiveUserLocale(): string {
    return this.world.language;
  }
  getScriptTimeZone(): string {
    return this.world.scriptZone;
  }
  getTemporaryActiveUserKey(): string {
    return `key of ${this.world.book.user}`;
  }
}

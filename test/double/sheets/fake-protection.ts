/// <reference types="google-apps-script" />
import type { EngineSheet } from "../engine-sheet";
import { type Guard, protectedText } from "./google-book";
import { RangePlace } from "./range-place";
import { enumeration, fakeOf, Refused, strict } from "./strict";
import type { World } from "./world";

type Protection = GoogleAppsScript.Spreadsheet.Protection;
type User = GoogleAppsScript.Base.User;
type Kinds = typeof GoogleAppsScript.Spreadsheet.ProtectionType;

export const protectionKinds = enumeration<Kinds>("ProtectionType", ["RANGE", "SHEET"]);

export class FakeUser implements Pick<User, "getEmail"> {
  readonly self: User;
  constructor(world: World, private readonly email: string) {
    this.self = strict<User>("User", this, world);
  }
  getEmail(): string {
    return this.email;
  }
}

/** No password: a list of editors. The owner and whoever runs the script cannot be taken off it. */
export class FakeProtection
  implements Pick<Protection,
    | "addEditor" | "addEditors" | "canDomainEdit" | "canEdit" | "getDescription" | "getEditors" | "getProtectionType"
    | "getRange" | "getUnprotectedRanges" | "isWarningOnly" | "remove" | "removeEditor" | "removeEditors"
    | "setDescription" | "setDomainEdit" | "setUnprotectedRanges" | "setWarningOnly"> {
  readonly self: Protection;
  constructor(private readonly world: World, private readonly sheet: EngineSheet, readonly guard: Guard) {
    this.self = strict<Protection>("Protection", this, world);
  }

  private readonly mine = (): Guard => {
    if (!this.world.book.passes(this.guard)) throw new Refused(protectedText);
    return this.guard;
  };

  addEditor(user: string | User): Protection {
    this.mine().editors.add(typeof user === "string" ? user : fakeOf(FakeUser, user).getEmail());
    return this.self;
  }
  addEditors(emails: string[]): Protection {
    for (const email of emails) this.addEditor(email);
    return this.self;
  }
  removeEditor(user: string | User): Protection {
    const email = typeof user === "string" ? user : fakeOf(FakeUser, user).getEmail();
    const { user: running, people } = this.world.book;
    this.mine();
    if (email !== running && email !== people[0]) this.guard.editors.delete(email);
    return this.self;
  }
  removeEditors(users: (string | User)[]): Protection {
    for (const user of users) this.removeEditor(user);
    return this.self;
  }
  getEditors(): User[] {
    this.mine();
    return [...this.guard.editors].map((email) => new FakeUser(this.world, email).self);
  }
  canEdit(): boolean {
    return this.world.book.passes(this.guard);
  }
  canDomainEdit(): boolean {
    return this.guard.domainEdit;
  }
  setDomainEdit(editable: boolean): Protection {
    this.mine().domainEdit = editable;
    return this.self;
  }
  getDescription(): string {
    return this.guard.description;
  }
  setDescription(description: string): Protection {
    this.mine().description = description;
    return this.self;
  }
  isWarningOnly(): boolean {
    return this.guard.warningOnly;
  }
  setWarningOnly(warningOnly: boolean): Protection {
    this.mine().warningOnly = warningOnly;
    return this.self;
  }
  getProtectionType(): GoogleAppsScript.Spreadsheet.ProtectionType {
    return this.guard.area === null ? protectionKinds.SHEET : protectionKinds.RANGE;
  }
  getRange(): GoogleAppsScript.Spreadsheet.Range {
    const { rows, columns } = this.world.book.extra(this.sheet);
    return this.world.range(this.sheet, this.guard.area ?? { row: 0, column: 0, rows, columns });
  }
  getUnprotectedRanges(): GoogleAppsScript.Spreadsheet.Range[] {
    return this.guard.open.map((area) => this.world.range(this.sheet, area));
  }
  setUnprotectedRanges(ranges: GoogleAppsScript.Spreadsheet.Range[]): Protection {
    if (this.guard.area !== null) throw new Refused("Unprotected ranges can only be set on a protected sheet.");
    const places = ranges.map((range) => fakeOf(RangePlace, range));
    if (places.some(({ sheet }) => sheet !== this.sheet)) throw new Refused("Unprotected ranges must be on the protected sheet.");
    this.mine().open = places.map(({ area }) => area);
    return this.self;
  }
  remove(): void {
    this.mine();
    const extra = this.world.book.extra(this.sheet);
    extra.guards = extra.guards.filter((guard) => guard !== this.guard);
  }
}

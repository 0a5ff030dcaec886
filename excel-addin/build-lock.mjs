// One build of a folder at a time, whoever asks for it; what a killed process held is free at once.
import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, renameSync, rmSync, rmdirSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const LONGEST_BUILD = 10 * 60 * 1000;
const PAUSE = 200;

/** Names of the locks that this process holds: another process may have had its number before. */
const held = new Set();

function tried(action) {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}

function runs(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** The file that names who holds the lock; null where nobody does. */
function ownerOf(lock) {
  try {
    return readdirSync(lock)[0] ?? null;
  } catch {
    return null;
  }
}

function isDead(lock, owner) {
  const pid = Number(owner.split("-")[0]);
  if (pid === process.pid ? !held.has(owner) : !runs(pid)) return true;
  try {
    return Date.now() - statSync(join(lock, owner)).mtimeMs > LONGEST_BUILD;
  } catch {
    return false;
  }
}

/**
 * Waits for the lock, a folder with the owner's name in it, and takes it. It appears with its owner, in one step; a dead
 * owner's name is taken out by name, and only an empty folder goes: no two processes can ever hold it.
 * @param {string} lock its path
 * @param {(pid: number) => void} waiting told once for each owner that is waited for
 * @returns {Promise<() => void>} the way out
 */
export async function lockBuild(lock, waiting = () => {}) {
  const own = `${process.pid}-${randomBytes(8).toString("hex")}`;
  for (let told = null; ; ) {
    const owner = ownerOf(lock);
    if (owner === null) {
      const fresh = `${lock}-${own}`;
      mkdirSync(fresh);
      writeFileSync(join(fresh, own), "");
      held.add(own);
      // Windows puts no folder in the place of another, not even of an empty one.
      tried(() => rmdirSync(lock));
      if (tried(() => renameSync(fresh, lock))) {
        return () => {
          held.delete(own);
          tried(() => unlinkSync(join(lock, own)));
          tried(() => rmdirSync(lock));
        };
      }
      held.delete(own);
      rmSync(fresh, { recursive: true, force: true });
    } else if (isDead(lock, owner)) {
      tried(() => unlinkSync(join(lock, owner)));
      continue;
    } else if (owner !== told) {
      told = owner;
      waiting(Number(owner.split("-")[0]));
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

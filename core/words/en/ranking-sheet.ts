import type { RankingWords } from "../ranking-words";

const long = "The text is too long. Shorten it.";

export const rankingSheet: RankingWords = {
  units: {
    title: "LIST OF UNITS",
    hint: "Type or paste the units' names, one per row. When the list is changed, press “Rank”.",
    heads: {
      code: "Unit code", name: "Unit name", block: "Block", parent: "Belongs to", standing: "Ranked or encouraged",
      previousTotal: "Previous points", previousRank: "Previous rank",
    },
    ranked: "Ranked",
    encouraged: "Encouraged",
    checks: {
      code: {
        prompt: "A short code, different for each unit. Left empty, one is made.",
        error: "A unit code has at most 40 characters. Shorten it.",
      },
      name: { prompt: "The full name, as in documents.", error: "A unit name has at most 255 characters. Shorten it." },
      block: {
        prompt: "Units of one block are ranked against each other. With a single block leave it empty.",
        error: "A block's name has at most 200 characters. Shorten it.",
      },
      parent: { prompt: "For example the district of a commune. May stay empty.", error: long },
      standing: {
        prompt: "Encouraged units are scored but not ranked.",
        error: "This cell takes only a member of its list. Choose again from the arrow at the cell's edge.",
      },
      previousTotal: {
        prompt: "Total of the previous period, to compare with. May stay empty.",
        error: "This cell takes a number only. Type it again without words.",
      },
      previousRank: {
        prompt: "Rank of the previous period, to compare with. May stay empty.",
        error: "This cell takes a whole number from 1 only. Type it again.",
      },
    },
  },
  points: {
    title: "POINTS BY INDICATOR",
    hint: "Units with a form: points come from the form. Other units: type or paste points by indicator into the yellow cells.",
    heads: {
      code: "Unit code", name: "Unit", block: "Block", standing: "Standing", total: "Total", max: "Maximum",
      percent: "Percent", band: "Band", note: "Status",
    },
    maxRow: "Maximum",
    noBlock: "(no block)",
    notes: {
      unlisted: "Code not in sheet “Đơn vị”",
      newBlock: "New block: press “Rank” to update",
      wrong: "“{}”: type a number from {} to {}",
      max: "The unit's maximum: type a number above 0, at most {}",
      none: "No points yet, not ranked",
      missing: "Points of {} indicators are missing",
      encouraged: "Encouraged, not ranked",
      full: "Complete",
    },
    checks: {
      points: (name, min, max) => ({
        prompt: `Type the points of “${name}”, from ${min} to ${max}.`,
        error: `Points must be a number from ${min} to ${max}. Check the decimal mark and type it again.`,
      }),
      max: (max) => ({
        prompt: `The unit's own maximum: ${max} less the points of criteria that do not apply.`,
        error: `The maximum must be a number above 0 and at most ${max}. Type it again.`,
      }),
      computed: {
        prompt: "",
        error: "This cell is computed. Change points in the unit's form, names and blocks in sheet “Đơn vị”.",
      },
    },
  },
  ranks: {
    annex: "ANNEX",
    title: "RESULTS AND RANKING",
    attached: "(Attached to Decision No. …… of ……)",
    heads: {
      number: "No.", name: "Unit", block: "Block", points: "Points", max: "Maximum", percent: "Percent", band: "Band",
      rank: "Rank", overall: "Overall rank", previousRank: "Previous rank", rankDelta: "Rank change",
      totalDelta: "Points change",
    },
    rankBy: (indicator) => `Rank: ${indicator}`,
    encouraged: "Enc.",
    none: "–",
    legend: "Enc.: encouraged unit, scored but not ranked. –: no points yet. Units with equal points share a rank.",
    outOfOrder: "The rows do not follow the new ranks: sort by column Rank.",
    outOfOrderBlocks: "The rows do not follow the new ranks: sort by column Block, then Rank, or press “Rank”.",
    summary: {
      title: "UNITS BY BAND",
      heads: { band: "Band", count: "Units", share: "Share (%)" },
      all: "All units",
      bandless: "Below the lowest band",
      counted: "Sum",
      ranked: "Of these ranked",
      mean: "Mean points",
    },
    checks: {
      computed: { prompt: "", error: "This cell is computed. Change points in the unit's form or in sheet “Chỉ số”." },
      letterhead: { prompt: "As the issuing agency words it.", error: long },
    },
    preparedBy: "PREPARED BY",
    preparedHint: "(Signature, full name)",
  },
};

// What a query means and what it finds: signs that need care first, then pages. Knows nothing of the page around it.
// The words of one meaning, and the signs that they call, are data: docs/evidence/search-words.yml.
(() => {
  // How much an entry counts: by its kind, and by whom its page is for.
  const KINDS = { page: 1.4, section: 1, disagreement: 0.5, step: 0.4, term: 2, claim: 0.3, source: 0.3 };
  const AUDIENCES = { patients: 2, everyone: 0.9, evidence: 0.5, clinicians: 0.7, trainees: 0.6, maintainers: 0.3 };
  const BOOST = { title: 6, heading: 5, also: 4, page: 2, text: 1.2, more: 0.6 };
  const RANKS = ["emergency", "urgent", "soon", "routine"];
  const SIGNS = 5; // shown at most
  const ENOUGH = 8; // pages that hold every idea of a query, so that none is needed that holds only some
  const COMMON = new Set(`a about an and any are as at be been being by can could did do does for from get getting got had
    happen happens has have how i if im instead is it its ive me my need of on or please should so that the there this to want was were
    what when which who why will with would you your`.split(/\s+/));

  // They tell something only beside others, as in "wont go in".
  const BESIDE = new Set("cannot cant didnt doesnt go hasnt havent in isnt many more no not out since still unable up wont".split(" "));

  // --- Words ---

  const split = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f'\u2019]/g, "").match(/[a-z0-9]+/g) || [];

  /** A word without its common endings, so that "tears" finds "tear", and "healing" "healed". */
  function stem(word) {
    const one = word.length > 3 ? word.replace(/([^su])s$/, "$1") : word;
    return one.length > 3 ? one.replace(/([^er])ed$/, "$1").replace(/(.{3})(?:ing|ion|ie|e|y)$/, "$1") : one;
  }

  function stems(text) {
    const every = split(text);
    const telling = every.filter((word) => !COMMON.has(word));
    return (telling.length ? telling : every).map(stem);
  }

  const slack = (word) => (word.length > 7 ? 2 : word.length > 3 ? 1 : 0); // letters that may be wrong

  /** Whether two words differ by at most `most` letters: missing, added, other or swapped. */
  function near(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return false;
    let before = [];
    let row = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let i = 1; i <= one.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= other.length; j += 1) {
        const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        const changed = row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, changed, swapped ? before[j - 2] + 1 : Infinity);
      }
      [before, row] = [row, next];
    }
    return row[other.length] <= most;
  }

  // --- What is known ---

  const signs = [];
  const entries = [];
  const groups = []; // { phrases: [[stem, ...], ...], signs: places among the signs }
  const phrases = new Map(); // a word or phrase as a key -> the places of its groups
  const typed = new Set(); // every stem in them
  let longest = 1;
  const index = new MiniSearch({
    fields: Object.keys(BOOST),
    tokenize: split,
    processTerm: (word) => (COMMON.has(word) ? null : [stem(word), ...meant(stem(word))]),
    searchOptions: { tokenize: (word) => [word], processTerm: (word) => word, boost: BOOST, boostDocument: (id) => entries[id].weight },
  });

  /** The names in the index of the groups that a stem alone belongs to; a name holds a sign that no word has. */
  const meant = (one) => (phrases.get(one) || []).map((place) => `#${place}`);

  /** A phrase as a key: in it words of one meaning are the same, so that "cant wee" is "cant pee". */
  const keyed = (words) => (words.length > 1 ? words.map((word) => meant(word)[0] || word).join(" ") : words[0]);

  function learn(data) {
    const first = groups.length;
    groups.push(...data.map(([words, places]) => ({ phrases: words.map(stems), signs: new Set(places) })));
    for (const single of [true, false]) { // phrases are made of words, so those come first
      groups.slice(first).forEach((group, at) => group.phrases.filter((phrase) => (phrase.length === 1) === single).forEach((phrase) => {
        const key = keyed(phrase);
        phrases.set(key, [...new Set([...(phrases.get(key) || []), first + at])]);
        phrase.forEach((word) => typed.add(word));
        longest = Math.max(longest, phrase.length);
      }));
    }
  }

  /** Takes in a part of the data; `siteSearch.indexing` is done when it can be found. */
  function add(part) {
    learn(part.words || []);
    for (const [url, sign, short, who, urgency, label, action] of part.signs || []) {
      signs.push({ url, sign, who, urgency, label, action, stems: new Set(stems(`${sign} ${short} ${who}`)) });
    }
    const fresh = part.entries.map(([number, anchor, kind, heading, text, more, within]) => {
      const [url, title, audience, label] = part.pages[number];
      const page = within ? `${title}: ${within}` : title;
      const weight = KINDS[kind] * (kind === "term" ? 1 : AUDIENCES[audience]);
      const id = entries.push({ url: anchor ? `${url}#${anchor}` : url, kind, heading, text, page, label, weight }) - 1;
      return { id, text, [kind === "page" ? "title" : "heading"]: heading, [kind === "term" ? "also" : "more"]: more, page: kind === "page" ? "" : page };
    });
    window.siteSearch.indexing = index.addAllAsync(fresh, { chunkSize: 60 });
  }

  // --- What a query means ---

  /** A query as ideas: each its own words, and the groups of words of the same meaning. */
  function ideas(query) {
    const words = stems(query).map(spelled);
    const found = [];
    for (let at = 0; at < words.length; ) {
      let length = Math.min(longest, words.length - at);
      while (length > 1 && !phrases.has(keyed(words.slice(at, at + length)))) length -= 1;
      const own = words.slice(at, at + length);
      at += length;
      found.push({ own, groups: meaning(keyed(own), at === words.length) });
    }
    const telling = found.filter(({ own }) => own.length > 1 || !BESIDE.has(own[0]));
    return telling.length ? telling : found;
  }

  /** The word itself where it is known, else the nearest that readers are known to type. */
  function spelled(word) {
    if (typed.has(word) || index.search(word).length) return word;
    const close = (most) => [...typed].find((other) => other.length > 3 && near(word, other, most));
    return (slack(word) && close(1)) || (slack(word) > 1 && close(2)) || word;
  }

  /** The groups of a word or phrase, or of an unfinished last word those that it begins; and those that share a word. */
  function meaning(key, last) {
    const begun = last && key.length > 2 && !phrases.has(key);
    const places = begun ? [...phrases].filter(([phrase]) => phrase.startsWith(key)).flatMap(([, found]) => found) : phrases.get(key) || [];
    const singles = places.flatMap((place) => groups[place].phrases).filter((phrase) => phrase.length === 1);
    return [...new Set([...places, ...(begun ? [] : singles.flatMap(([word]) => phrases.get(word)))])];
  }

  const sayings = (idea) => [idea.own, ...idea.groups.flatMap((place) => groups[place].phrases)];

  // --- What it finds ---

  /** The signs that a query is about, the most urgent first: what its words call, and what they say outright. */
  function alarms(asked) {
    const met = signs.map((sign, place) => {
      const called = asked.filter((idea) => idea.groups.some((group) => groups[group].signs.has(place)));
      const rest = asked.filter((idea) => !called.includes(idea));
      const said = rest.filter((idea) => sayings(idea).some((phrase) => phrase.every((word) => sign.stems.has(word))));
      const whole = rest.every((idea) => said.includes(idea) || !idea.groups.length); // all that readers are known to type
      const outright = asked.length > 1 && said.length === rest.length && said.some((idea) => !idea.groups.length);
      return { sign, rank: RANKS.indexOf(sign.urgency), called: called.length, met: called.length + said.length, whole, outright };
    }).filter((one) => one.called || one.outright);
    met.sort((a, b) => b.met - a.met || b.called - a.called || a.rank - b.rank); // the order of the data, where equal
    const whole = met.filter((one) => one.whole);
    const pool = whole.length ? whole : met;
    const chosen = new Set(pool.slice(0, pool.length > SIGNS ? SIGNS - 2 : SIGNS));
    for (let rank = 0; rank < RANKS.length && chosen.size < SIGNS; rank += 1) { // one at least of each urgency
      if (![...chosen].some((one) => one.rank === rank)) pool.filter((one) => one.rank === rank).slice(0, 1).forEach((one) => chosen.add(one));
    }
    met.filter((one) => one.called && !one.rank).slice(0, 1).forEach((one) => chosen.add(one)); // never without the gravest
    return [...chosen].sort((a, b) => a.rank - b.rank).map((one) => one.sign);
  }

  const all = (words, options) => ({ ...options, combineWith: "AND", queries: words });

  /** The question to the index that an idea is: its own words, also begun or misspelled, or others of the same meaning. */
  function question(idea) {
    const longer = sayings(idea).slice(1).filter((phrase) => phrase.length > 1);
    const same = [...idea.groups.map((place) => all([`#${place}`])), ...longer.map((phrase) => all(phrase, { boostTerm: () => 0.3 }))];
    return { combineWith: "OR", queries: [all(idea.own, { prefix: (word) => word.length > 2, fuzzy: slack }), ...same] };
  }

  /** The entries that hold every idea of a query; where they are few, then those that hold some. */
  function pages(asked) {
    const every = asked.map((idea) => ({ query: question(idea), known: idea.groups.length > 0 }));
    const rare = every.filter(({ query }) => index.search(query).length < entries.length / 4); // not what is everywhere
    const telling = rare.length ? rare : every;
    const found = index.search({ combineWith: "OR", queries: every.map(({ query }) => query) });
    const order = new Set();
    for (const needed of [telling, telling.filter(({ known }) => known), []]) { // all; those that readers are known to type; some
      if (order.size >= ENOUGH) break;
      const holds = needed.length && new Set(index.search({ combineWith: "AND", queries: needed.map(({ query }) => query) }).map(({ id }) => id));
      const more = found.filter((result) => !order.has(result) && (!holds || holds.has(result.id)));
      (order.size || !holds ? more.slice(0, 2 * ENOUGH - order.size) : more).forEach((result) => order.add(result));
    }
    return [...order].map(({ id, terms }) => ({ ...entries[id], terms }));
  }

  /** What a query finds; null where it holds no word. */
  function find(query) {
    const asked = ideas(query);
    return asked.length ? { signs: alarms(asked), pages: pages(asked) } : null;
  }

  /** Whether a piece of text is a word among `terms`. */
  const found = (piece, terms) => split(piece).some((word) => [stem(word), ...meant(stem(word))].some((one) => terms.includes(one)));

  Object.assign(window.siteSearch, { add, find, found });
})();

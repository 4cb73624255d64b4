// Servers of others that tests run against, and where their programs are kept.
import { DEX_PROGRAM } from "./dex-peer.ts";
import { PDFTOTEXT, PEPPOL_RULES } from "./document-programs.ts";
import { OSRM_PROGRAM } from "./osrm-peer.ts";
import { PYSIE } from "./sie-peer.ts";
import { STRIPE_MOCK_PROGRAM } from "./stripe-mock-peer.ts";
import { VARNISH_PROGRAM } from "./varnish-peer.ts";

/** A server that is built from its registry's package. */
export interface Peer {
  name: string;
  /** Its program below the folder of peers. */
  binary: string;
  /** What building it takes, in words. */
  takes: string;
  command: (folder: string) => string[];
}

/** Scanners: a virtual environment of Python each, and a folder of npm's. */
const WAPITI = "wapiti/bin/wapiti";
const SCHEMATHESIS = "schemathesis/bin/st";
const OBSERVATORY = "observatory/node_modules/@mdn/mdn-http-observatory/src/scan.js";

/** Where the scanners' programs are, below the folder of peers. */
export const SCANNERS = { WAPITI, SCHEMATHESIS, OBSERVATORY };

function python(name: string, packages: string): (folder: string) => string[] {
  return (folder) => {
    const place = `'${folder}/${name}'`;
    const steps = `python3 -m venv ${place} && ${place}/bin/pip install --quiet ${packages}`;
    return ["sh", "-c", steps];
  };
}

/** The peers `deno task peers` builds. */
export const PEERS: readonly Peer[] = [
  {
    name: "denokv 0.14.0",
    binary: "denokv/bin/denokv",
    takes: "about eleven minutes on two cores, with cargo",
    command: (folder) => [
      ...["cargo", "install", "denokv", "--version", "0.14.0", "--locked", "--quiet"],
      ...["--root", `${folder}/denokv`],
    ],
  },
  {
    name: "OSRM 26.10.0 with the roads of Göteborg",
    binary: OSRM_PROGRAM,
    takes: "about half a minute, with pip and python3",
    command: (folder) => [
      ...[Deno.execPath(), "run", "-A", "--no-lock", "scripts/build-osrm.ts", `${folder}/osrm`],
    ],
  },
  {
    name: "dex of 2026-08-06",
    binary: DEX_PROGRAM,
    takes: "about two minutes on two cores, with go",
    // As a tool of an empty module: dex replaces packages, which installing by name does not allow.
    command: (folder) => {
      const version = "v0.0.0-20260806151424-ab64ed778070";
      const parts = [`dex/cmd/dex@${version}`, "dex/api/v2@v2.4.1-0.20260806151424-ab64ed778070"]
        .map((part) => `github.com/dexidp/${part}`).join(" ");
      const steps = [
        `mkdir -p '${folder}/dex' && cd '${folder}/dex' && rm -f go.mod go.sum && go mod init peers`,
        `go get -tool ${parts}`,
        "go build -o dex github.com/dexidp/dex/cmd/dex",
      ];
      return ["sh", "-c", steps.join(" && ")];
    },
  },
  {
    name: "Varnish 7.1 with xkey",
    binary: VARNISH_PROGRAM,
    takes: "a few seconds, with apt-get and dpkg, no root",
    // Unpacked, not installed: nothing of the machine changes.
    command: (folder) => {
      const place = `'${folder}/varnish'`;
      const steps = [
        `mkdir -p ${place} && cd ${place}`,
        "apt-get download --quiet varnish varnish-modules libvarnishapi3",
        'for package in *.deb; do dpkg -x "$package" . || exit 1; done',
        "rm -f *.deb",
      ];
      return ["sh", "-c", steps.join(" && ")];
    },
  },
  {
    name: "poppler 22.12",
    binary: PDFTOTEXT,
    takes: "a few seconds, with apt-get and dpkg, no root",
    command: (folder) => {
      const place = `'${folder}/poppler'`;
      const steps = [
        `mkdir -p ${place} && cd ${place}`,
        "apt-get download --quiet poppler-utils libpoppler126",
        'for package in *.deb; do dpkg -x "$package" . || exit 1; done',
        "rm -f *.deb",
      ];
      return ["sh", "-c", steps.join(" && ")];
    },
  },
  {
    name: "the rules of Peppol BIS Billing 3.0 of 2025-05-29, with SaxonC",
    binary: PEPPOL_RULES,
    takes: "about a minute, with git, python3 and pip",
    command: (folder) => {
      const place = `'${folder}/peppol'`;
      const script = new URL("peppol-rules.py", import.meta.url).pathname;
      const cloned = (name: string) => `git clone --quiet --depth 1 https://github.com/${name} `;
      const steps = [
        `rm -rf ${place} && mkdir -p ${place}/rules && cd ${place}`,
        "python3 -m venv venv && venv/bin/pip install --quiet saxonche==13.1.1",
        `${cloned("OpenPEPPOL/peppol-bis-invoice-3")} bis && cp bis/rules/sch/*UBL.sch rules`,
        `${cloned("schxslt/schxslt")} schxslt && cp -r schxslt/core/src/main/resources/xslt rules`,
        `rm -rf bis schxslt && venv/bin/python '${script}' rules compile`,
      ];
      return ["sh", "-c", steps.join(" && ")];
    },
  },
  {
    name: "stripe-mock 0.203.0",
    binary: STRIPE_MOCK_PROGRAM,
    takes: "about a minute, with go",
    command: (folder) => {
      const install = "go install github.com/stripe/stripe-mock@v0.203.0";
      return ["sh", "-c", `GOBIN='${folder}/stripe-mock' GOFLAGS=-buildvcs=false ${install}`];
    },
  },
  {
    name: "wapiti 3.2.3",
    binary: WAPITI,
    takes: "about a minute, with pip",
    command: python("wapiti", "wapiti3==3.2.3"),
  },
  {
    name: "pysie-accounting 0.0.2",
    binary: PYSIE,
    takes: "about a minute, with pip",
    command: python("pysie", "pysie-accounting==0.0.2 pandas==3.1.1"),
  },
  {
    name: "schemathesis 4.32.5",
    binary: SCHEMATHESIS,
    takes: "about half a minute, with pip",
    command: python("schemathesis", "schemathesis==4.32.5"),
  },
  {
    name: "MDN HTTP Observatory 1.4.8",
    binary: OBSERVATORY,
    takes: "about a minute, with npm",
    // Its install script fetches the list of preloaded domains from another place; none of ours would be on it.
    command: (folder) => {
      const place = `${folder}/observatory`;
      const name = "@mdn/mdn-http-observatory";
      const install = `npm install --silent --ignore-scripts --prefix '${place}' ${name}@1.4.8`;
      const list = `'${place}/node_modules/${name}/conf/hsts-preload.json'`;
      return ["sh", "-c", `${install} && printf '{}' > ${list}`];
    },
  },
];

/** Where peers are kept between runs: the user's cache folder. */
export function peerFolder(): string {
  const cache = Deno.env.get("XDG_CACHE_HOME") || `${Deno.env.get("HOME")}/.cache`;
  return `${cache}/avanti-peers`;
}

/** The program of a peer, or null when it has not been built; says then in one line what is left out. */
export function peerProgram(binary: string, leftOut: string): string | null {
  const path = `${peerFolder()}/${binary}`;
  try {
    Deno.statSync(path);
    return path;
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    console.info(`Left out: ${leftOut} (\`deno task peers\` builds ${binary})`);
    return null;
  }
}

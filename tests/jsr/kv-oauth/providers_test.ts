import assert from "node:assert/strict";
import * as oauth from "@deno/kv-oauth";
import type { Cookie, CreateHelpersOptions, Helpers, SignInOptions, Tokens } from "@deno/kv-oauth";

type Factory = (config: { redirectUri: string; scope: string[] }) => oauth.OAuth2ClientConfig;

/** Factory, prefix of its variables, others it reads, and the two addresses with D, T and P put in. */
const PROVIDERS: readonly (readonly [Factory, string, readonly string[], string, string])[] = [
  [
    oauth.createAuth0OAuthConfig,
    "AUTH0",
    ["DOMAIN"],
    "https://D/oauth2/authorize",
    "https://D/oauth2/oauth/token",
  ],
  [
    oauth.createAwsCognitoOAuthConfig,
    "AWS_COGNITO",
    ["DOMAIN"],
    "https://D/oauth2/authorize",
    "https://D/oauth2/token",
  ],
  [
    oauth.createAzureAdOAuthConfig,
    "AZURE_AD",
    ["TENANT_ID"],
    "https://login.microsoftonline.com/T/oauth2/v2.0/authorize",
    "https://login.microsoftonline.com/T/oauth2/v2.0/token",
  ],
  [
    oauth.createAzureAdb2cOAuthConfig,
    "AZURE_ADB2C",
    ["DOMAIN", "TENANT_ID", "POLICY"],
    "https://D/T/P/oauth2/v2.0/authorize",
    "https://D/T/P/oauth2/v2.0/token",
  ],
  [oauth.createClerkOAuthConfig, "CLERK", ["DOMAIN"], "D/authorize", "D/token"],
  [
    oauth.createDiscordOAuthConfig,
    "DISCORD",
    [],
    "https://discord.com/oauth2/authorize",
    "https://discord.com/api/oauth2/token",
  ],
  [
    oauth.createDropboxOAuthConfig,
    "DROPBOX",
    [],
    "https://www.dropbox.com/oauth2/authorize",
    "https://api.dropboxapi.com/oauth2/token",
  ],
  [
    oauth.createFacebookOAuthConfig,
    "FACEBOOK",
    [],
    "https://www.facebook.com/v17.0/dialog/oauth",
    "https://graph.facebook.com/v17.0/oauth/access_token",
  ],
  [
    oauth.createGitHubOAuthConfig,
    "GITHUB",
    [],
    "https://github.com/login/oauth/authorize",
    "https://github.com/login/oauth/access_token",
  ],
  [
    oauth.createGitLabOAuthConfig,
    "GITLAB",
    [],
    "https://gitlab.com/oauth/authorize",
    "https://gitlab.com/oauth/token",
  ],
  [
    oauth.createGoogleOAuthConfig,
    "GOOGLE",
    [],
    "https://accounts.google.com/o/oauth2/v2/auth",
    "https://oauth2.googleapis.com/token",
  ],
  [oauth.createLogtoOAuthConfig, "LOGTO", ["DOMAIN"], "D/auth", "D/token"],
  [
    oauth.createNotionOAuthConfig,
    "NOTION",
    [],
    "https://api.notion.com/v1/oauth/authorize?owner=user",
    "https://api.notion.com/v1/oauth/token",
  ],
  [
    oauth.createOktaOAuthConfig,
    "OKTA",
    ["DOMAIN"],
    "https://D/oauth2/v1/authorize",
    "https://D/oauth2/v1/token",
  ],
  [
    oauth.createPatreonOAuthConfig,
    "PATREON",
    [],
    "https://www.patreon.com/oauth2/authorize",
    "https://www.patreon.com/api/oauth2/token",
  ],
  [
    oauth.createSlackOAuthConfig,
    "SLACK",
    [],
    "https://slack.com/oauth/v2/authorize",
    "https://slack.com/api/oauth.v2.access",
  ],
  [
    oauth.createSpotifyOAuthConfig,
    "SPOTIFY",
    [],
    "https://accounts.spotify.com/authorize",
    "https://accounts.spotify.com/api/token",
  ],
  [
    oauth.createTwitterOAuthConfig,
    "TWITTER",
    [],
    "https://twitter.com/i/oauth2/authorize",
    "https://api.twitter.com/2/oauth2/token",
  ],
];
const PARTS: Readonly<Record<string, string>> = { DOMAIN: "D", TENANT_ID: "T", POLICY: "P" };

/** Runs with these variables set, and puts back what was there. */
function withEnvironment(variables: Readonly<Record<string, string>>, run: () => void): void {
  const before = Object.keys(variables).map((name) => [name, Deno.env.get(name)] as const);
  for (const [name, value] of Object.entries(variables)) Deno.env.set(name, value);
  try {
    run();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) Deno.env.delete(name);
      else Deno.env.set(name, value);
    }
  }
}

for (const [factory, prefix, others, authorize, token] of PROVIDERS) {
  Deno.test(`${factory.name}() reads its variables and knows its addresses`, () => {
    const config = { redirectUri: "https://avanti.example/callback", scope: ["a", "b"] };
    const variables = {
      [`${prefix}_CLIENT_ID`]: "id",
      [`${prefix}_CLIENT_SECRET`]: "secret",
      ...Object.fromEntries(others.map((name) => [`${prefix}_${name}`, PARTS[name] ?? ""])),
    };
    withEnvironment(variables, () => {
      assert.deepEqual(factory(config), {
        clientId: "id",
        clientSecret: "secret",
        authorizationEndpointUri: authorize,
        tokenUri: token,
        redirectUri: config.redirectUri,
        defaults: { scope: config.scope },
      });
    });
    for (const missing of Object.keys(variables)) {
      const { [missing]: _missing, ...rest } = variables;
      withEnvironment(rest, () => {
        assert.throws(() => factory(config), {
          message: `"${missing}" environment variable must be set`,
        });
      });
    }
  });
}

Deno.test("three of them need no configuration at all", () => {
  const variables = {
    ...{ GITHUB_CLIENT_ID: "id", GITHUB_CLIENT_SECRET: "s", NOTION_CLIENT_ID: "id" },
    ...{ NOTION_CLIENT_SECRET: "s", CLERK_CLIENT_ID: "id", CLERK_CLIENT_SECRET: "s" },
    CLERK_DOMAIN: "https://clerk.example",
  };
  withEnvironment(variables, () => {
    for (
      const factory of [
        oauth.createGitHubOAuthConfig,
        oauth.createNotionOAuthConfig,
        oauth.createClerkOAuthConfig,
      ]
    ) assert.equal(factory().redirectUri, undefined);
  });
});

Deno.test("getRequiredEnv() gives a variable, or says which one is missing", () => {
  withEnvironment({ KV_OAUTH_TEST: "here" }, () => {
    assert.equal(oauth.getRequiredEnv("KV_OAUTH_TEST"), "here");
  });
  assert.throws(() => oauth.getRequiredEnv("KV_OAUTH_TEST"), {
    message: '"KV_OAUTH_TEST" environment variable must be set',
  });
});

Deno.test("the types of the original have their names here", () => {
  // The compiler checks the names; the values only keep it from calling them unused.
  const cookie: Partial<Cookie> = { name: "a", sameSite: "Lax" };
  const options: [SignInOptions, CreateHelpersOptions] = [{ urlParams: { a: "b" } }, {
    cookieOptions: cookie,
  }];
  const tokens: Tokens = { accessToken: "a", tokenType: "b" };
  const helpers: (keyof Helpers)[] = ["signIn", "handleCallback", "signOut", "getSessionId"];
  assert.ok([options, tokens, helpers].every((value) => value !== undefined));
});

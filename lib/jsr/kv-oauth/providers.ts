// The eighteen providers: their addresses, and the variables of the environment with each client's id and secret.
import type { OAuth2ClientConfig } from "./oauth-client.ts";
import { getRequiredEnv } from "./required-env.ts";

/** What of a client the program around chooses. */
interface Chosen {
  redirectUri?: string;
  scope?: string | string[];
}

type WithRedirect = Chosen & { redirectUri: string };
type WithScope = Chosen & { scope: string | string[] };
type WithBoth = WithRedirect & WithScope;

/** Auth0. Reads `AUTH0_CLIENT_ID`, `AUTH0_CLIENT_SECRET`, `AUTH0_DOMAIN`. */
export function createAuth0OAuthConfig(config: WithBoth): OAuth2ClientConfig {
  const domain = getRequiredEnv("AUTH0_DOMAIN");
  return configOf("AUTH0", config, {
    authorize: `https://${domain}/oauth2/authorize`,
    token: `https://${domain}/oauth2/oauth/token`,
  });
}

/** Amazon Cognito. Reads `AWS_COGNITO_CLIENT_ID`, `AWS_COGNITO_CLIENT_SECRET`, `AWS_COGNITO_DOMAIN`. */
export function createAwsCognitoOAuthConfig(config: WithRedirect): OAuth2ClientConfig {
  const domain = getRequiredEnv("AWS_COGNITO_DOMAIN");
  return configOf("AWS_COGNITO", config, {
    authorize: `https://${domain}/oauth2/authorize`,
    token: `https://${domain}/oauth2/token`,
  });
}

/** Microsoft Entra ID. Reads `AZURE_AD_CLIENT_ID`, `AZURE_AD_CLIENT_SECRET`, `AZURE_AD_TENANT_ID`. */
export function createAzureAdOAuthConfig(config: WithScope): OAuth2ClientConfig {
  const tenantId = getRequiredEnv("AZURE_AD_TENANT_ID");
  return configOf("AZURE_AD", config, {
    authorize: `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/authorize`,
    token: `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`,
  });
}

/** Azure AD B2C. Reads `AZURE_ADB2C_CLIENT_ID`, `AZURE_ADB2C_CLIENT_SECRET`, `AZURE_ADB2C_DOMAIN`, `AZURE_ADB2C_TENANT_ID`, `AZURE_ADB2C_POLICY`. */
export function createAzureAdb2cOAuthConfig(config: WithScope): OAuth2ClientConfig {
  const domain = getRequiredEnv("AZURE_ADB2C_DOMAIN");
  const tenantId = getRequiredEnv("AZURE_ADB2C_TENANT_ID");
  const policy = getRequiredEnv("AZURE_ADB2C_POLICY");
  return configOf("AZURE_ADB2C", config, {
    authorize: `https://${domain}/${tenantId}/${policy}/oauth2/v2.0/authorize`,
    token: `https://${domain}/${tenantId}/${policy}/oauth2/v2.0/token`,
  });
}

/** Clerk; its domain is an address with its scheme. Reads `CLERK_CLIENT_ID`, `CLERK_CLIENT_SECRET`, `CLERK_DOMAIN`. */
export function createClerkOAuthConfig(config: Chosen = {}): OAuth2ClientConfig {
  const domain = getRequiredEnv("CLERK_DOMAIN");
  return configOf("CLERK", config, {
    authorize: `${domain}/authorize`,
    token: `${domain}/token`,
  });
}

/** Discord. Reads `DISCORD_CLIENT_ID`, `DISCORD_CLIENT_SECRET`. */
export function createDiscordOAuthConfig(config: WithBoth): OAuth2ClientConfig {
  return configOf("DISCORD", config, {
    authorize: "https://discord.com/oauth2/authorize",
    token: "https://discord.com/api/oauth2/token",
  });
}

/** Dropbox. Reads `DROPBOX_CLIENT_ID`, `DROPBOX_CLIENT_SECRET`. */
export function createDropboxOAuthConfig(config: WithRedirect): OAuth2ClientConfig {
  return configOf("DROPBOX", config, {
    authorize: "https://www.dropbox.com/oauth2/authorize",
    token: "https://api.dropboxapi.com/oauth2/token",
  });
}

/** Facebook. Reads `FACEBOOK_CLIENT_ID`, `FACEBOOK_CLIENT_SECRET`. */
export function createFacebookOAuthConfig(config: WithBoth): OAuth2ClientConfig {
  return configOf("FACEBOOK", config, {
    authorize: "https://www.facebook.com/v17.0/dialog/oauth",
    token: "https://graph.facebook.com/v17.0/oauth/access_token",
  });
}

/** GitHub. Reads `GITHUB_CLIENT_ID`, `GITHUB_CLIENT_SECRET`. */
export function createGitHubOAuthConfig(config: Chosen = {}): OAuth2ClientConfig {
  return configOf("GITHUB", config, {
    authorize: "https://github.com/login/oauth/authorize",
    token: "https://github.com/login/oauth/access_token",
  });
}

/** GitLab. Reads `GITLAB_CLIENT_ID`, `GITLAB_CLIENT_SECRET`. */
export function createGitLabOAuthConfig(config: WithBoth): OAuth2ClientConfig {
  return configOf("GITLAB", config, {
    authorize: "https://gitlab.com/oauth/authorize",
    token: "https://gitlab.com/oauth/token",
  });
}

/** Google. Reads `GOOGLE_CLIENT_ID`, `GOOGLE_CLIENT_SECRET`. */
export function createGoogleOAuthConfig(config: WithBoth): OAuth2ClientConfig {
  return configOf("GOOGLE", config, {
    authorize: "https://accounts.google.com/o/oauth2/v2/auth",
    token: "https://oauth2.googleapis.com/token",
  });
}

/** Logto; its domain is an address with its scheme. Reads `LOGTO_CLIENT_ID`, `LOGTO_CLIENT_SECRET`, `LOGTO_DOMAIN`. */
export function createLogtoOAuthConfig(config: Chosen = {}): OAuth2ClientConfig {
  const domain = getRequiredEnv("LOGTO_DOMAIN");
  return configOf("LOGTO", config, {
    authorize: `${domain}/auth`,
    token: `${domain}/token`,
  });
}

/** Notion. Reads `NOTION_CLIENT_ID`, `NOTION_CLIENT_SECRET`. */
export function createNotionOAuthConfig(config: Chosen = {}): OAuth2ClientConfig {
  return configOf("NOTION", config, {
    authorize: "https://api.notion.com/v1/oauth/authorize?owner=user",
    token: "https://api.notion.com/v1/oauth/token",
  });
}

/** Okta. Reads `OKTA_CLIENT_ID`, `OKTA_CLIENT_SECRET`, `OKTA_DOMAIN`. */
export function createOktaOAuthConfig(config: WithBoth): OAuth2ClientConfig {
  const domain = getRequiredEnv("OKTA_DOMAIN");
  return configOf("OKTA", config, {
    authorize: `https://${domain}/oauth2/v1/authorize`,
    token: `https://${domain}/oauth2/v1/token`,
  });
}

/** Patreon. Reads `PATREON_CLIENT_ID`, `PATREON_CLIENT_SECRET`. */
export function createPatreonOAuthConfig(config: WithBoth): OAuth2ClientConfig {
  return configOf("PATREON", config, {
    authorize: "https://www.patreon.com/oauth2/authorize",
    token: "https://www.patreon.com/api/oauth2/token",
  });
}

/** Slack. Reads `SLACK_CLIENT_ID`, `SLACK_CLIENT_SECRET`. */
export function createSlackOAuthConfig(config: WithScope): OAuth2ClientConfig {
  return configOf("SLACK", config, {
    authorize: "https://slack.com/oauth/v2/authorize",
    token: "https://slack.com/api/oauth.v2.access",
  });
}

/** Spotify. Reads `SPOTIFY_CLIENT_ID`, `SPOTIFY_CLIENT_SECRET`. */
export function createSpotifyOAuthConfig(config: WithScope): OAuth2ClientConfig {
  return configOf("SPOTIFY", config, {
    authorize: "https://accounts.spotify.com/authorize",
    token: "https://accounts.spotify.com/api/token",
  });
}

/** Twitter. Reads `TWITTER_CLIENT_ID`, `TWITTER_CLIENT_SECRET`. */
export function createTwitterOAuthConfig(config: WithBoth): OAuth2ClientConfig {
  return configOf("TWITTER", config, {
    authorize: "https://twitter.com/i/oauth2/authorize",
    token: "https://api.twitter.com/2/oauth2/token",
  });
}

function configOf(
  prefix: string,
  { redirectUri, scope }: Chosen,
  { authorize, token }: { authorize: string; token: string },
): OAuth2ClientConfig {
  return {
    clientId: getRequiredEnv(`${prefix}_CLIENT_ID`),
    clientSecret: getRequiredEnv(`${prefix}_CLIENT_SECRET`),
    authorizationEndpointUri: authorize,
    tokenUri: token,
    ...(redirectUri === undefined ? {} : { redirectUri }),
    defaults: scope === undefined ? {} : { scope },
  };
}

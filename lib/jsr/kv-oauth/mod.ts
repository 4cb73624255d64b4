// `@deno/kv-oauth`: sign-in by an OAuth 2 provider, its sessions in Deno KV.
export { createHelpers } from "./create-helpers.ts";
export type { CreateHelpersOptions, Helpers, SignInOptions } from "./create-helpers.ts";
export type { Cookie } from "./cookies.ts";
export type { OAuth2ClientConfig, Tokens } from "./oauth-client.ts";
export { getRequiredEnv } from "./required-env.ts";
export {
  createAuth0OAuthConfig,
  createAwsCognitoOAuthConfig,
  createAzureAdb2cOAuthConfig,
  createAzureAdOAuthConfig,
  createClerkOAuthConfig,
  createDiscordOAuthConfig,
  createDropboxOAuthConfig,
  createFacebookOAuthConfig,
  createGitHubOAuthConfig,
  createGitLabOAuthConfig,
  createGoogleOAuthConfig,
  createLogtoOAuthConfig,
  createNotionOAuthConfig,
  createOktaOAuthConfig,
  createPatreonOAuthConfig,
  createSlackOAuthConfig,
  createSpotifyOAuthConfig,
  createTwitterOAuthConfig,
} from "./providers.ts";

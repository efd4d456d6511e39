package uk.onevoice.web.browser;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import uk.onevoice.stack.Settings;

/**
 * Points the application under test at the fake APIs, and gives it its secret at the real Keycloak.
 */
public final class WebSettings implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    return Map.of(
        "onevoice.api.url", FakeApi.running().url(),
        "quarkus.oidc.credentials.secret", Settings.local().get("secret.client.onevoice-web"));
  }

  @Override
  public void stop() {
    // The fake API lives as long as the process.
  }
}

package uk.onevoice.organisations.adapter.http;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import uk.onevoice.testkit.stack.RunningStack;

/** Names the realm's {@code admin} as the sign-in that an empty installation starts with. */
public final class AdministratorOfTests implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    return Map.of(
        "onevoice.first-administrator.issuer",
        RunningStack.get().issuer(),
        "onevoice.first-administrator.subject",
        Caller.subjectOf("admin"));
  }

  @Override
  public void stop() {
    // Nothing was started.
  }
}

package uk.onevoice.web.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the organisations service answers about systems and sign-ins. */
public interface Systems {
  record Client(
      String clientId,
      String organisationId,
      @Nullable String organisationName,
      String kind,
      String state) {}

  record ClientList(List<Client> items, @Nullable String next) {}

  /** Whether somebody has a code to sign in with. */
  record Invitation(String state, @Nullable Instant expires) {}
}

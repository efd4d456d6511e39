package uk.onevoice.feeds.subscriptions.domain;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses may be rung, by how they are written. Where their names lead is looked at
 * whenever one is rung.
 *
 * @param hosts how a host's name ends, with its dot: {@code .nhs.uk}
 * @param thisMachine whether any free port will do, and not that of https alone; to try things out
 */
public record AllowedAddresses(Set<String> hosts, boolean thisMachine) {
  private static final int LONGEST = 500;
  private static final int HTTPS = 443;
  private static final int FIRST_FREE_PORT = 1_024;

  public AllowedAddresses {
    hosts = Set.copyOf(hosts);
  }

  /** What is wrong with an address. */
  public enum Fault {
    NOT_HTTPS,
    TOO_LONG,
    /** A name or a password stands before the host. */
    HAS_USER,
    /** What stands behind the question mark is kept in many logs on its way: often a secret. */
    HAS_QUERY,
    HAS_FRAGMENT,
    HOST_NOT_ALLOWED,
    PORT_NOT_ALLOWED
  }

  /** The first thing that is wrong with it; empty where it may be rung. */
  public Optional<Fault> fault(URI url) {
    if (!"https".equalsIgnoreCase(url.getScheme()) || url.isOpaque()) {
      return Optional.of(Fault.NOT_HTTPS);
    }
    if (url.toString().length() > LONGEST) {
      return Optional.of(Fault.TOO_LONG);
    }
    if (url.getRawUserInfo() != null) {
      return Optional.of(Fault.HAS_USER);
    }
    if (url.getRawQuery() != null) {
      return Optional.of(Fault.HAS_QUERY);
    }
    if (url.getRawFragment() != null) {
      return Optional.of(Fault.HAS_FRAGMENT);
    }
    if (!isAllowed(url.getHost())) {
      return Optional.of(Fault.HOST_NOT_ALLOWED);
    }
    int port = url.getPort() < 0 ? HTTPS : url.getPort();
    return port == HTTPS || (thisMachine && port >= FIRST_FREE_PORT)
        ? Optional.empty()
        : Optional.of(Fault.PORT_NOT_ALLOWED);
  }

  /**
   * @param host null where what stands there is no name that a host can have
   */
  private boolean isAllowed(@Nullable String host) {
    if (host == null) {
      return false;
    }
    String name = host.toLowerCase(Locale.ROOT);
    return hosts.stream()
        .anyMatch(allowed -> name.endsWith(allowed) && name.length() > allowed.length());
  }
}

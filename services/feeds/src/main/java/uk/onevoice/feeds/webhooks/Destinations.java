package uk.onevoice.feeds.webhooks;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import uk.onevoice.feeds.webhooks.Deliveries.Reason;

/**
 * Which addresses are rung: https, at hosts that are listed by their endings, and only where all
 * addresses of such a host are out on the internet. The address that was looked at is the one that
 * is called: whoever answers for the name cannot give another one in between.
 */
final class Destinations {
  private static final int HTTPS = 443;
  private static final int FIRST_FREE_PORT = 1_024;

  /** As names are written; numbers that stand for an address have no listed ending. */
  private static final Pattern HOST =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

  private final Set<String> endings;
  private final boolean thisMachine;
  private final Names names;

  /**
   * @param endings of hosts, each with its dot: {@code .nhs.uk}
   * @param thisMachine whether hosts may be on this machine and there at any free port; for tests
   *     and for trying things out
   */
  Destinations(Set<String> endings, boolean thisMachine, Names names) {
    this.endings = Set.copyOf(endings);
    this.thisMachine = thisMachine;
    this.names = names;
  }

  /**
   * Where to connect to.
   *
   * @param host in lower case: the certificate has to be for it
   * @param address of the host, looked at and found good
   * @param path as it was written
   */
  record Destination(String host, InetAddress address, int port, String path) {}

  /** Why somebody is not called. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    private Refused(Reason reason) {
      super(reason.name(), null, false, false);
      this.reason = reason;
    }

    Reason reason() {
      return reason;
    }
  }

  /** Whether the address as it is written may be rung, wherever its host is. */
  boolean isWellFormed(URI url) {
    return host(url).isPresent()
        && "https".equalsIgnoreCase(url.getScheme())
        && url.getRawUserInfo() == null
        && url.getRawQuery() == null
        && url.getRawFragment() == null
        && isRungAt(port(url));
  }

  /** Looks where the host is now. */
  Destination find(URI url) throws Refused {
    if (!isWellFormed(url)) {
      throw new Refused(Reason.ADDRESS_REFUSED);
    }
    String host = host(url).orElseThrow();
    List<InetAddress> addresses;
    try {
      addresses = addresses(host);
    } catch (UnknownHostException unknown) {
      throw new Refused(Reason.NAME_UNKNOWN);
    }
    // One that lies inside makes the name untrustworthy, whichever comes first.
    if (addresses.isEmpty() || !addresses.stream().allMatch(this::isRung)) {
      throw new Refused(Reason.ADDRESS_REFUSED);
    }
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return new Destination(host, addresses.getFirst(), port(url), path);
  }

  /** What ends with localhost is this machine (RFC 6761), also where no name server says so. */
  private List<InetAddress> addresses(String host) throws UnknownHostException {
    return thisMachine && host.endsWith(".localhost")
        ? List.of(InetAddress.getLoopbackAddress())
        : names.of(host);
  }

  private Optional<String> host(URI url) {
    return Optional.ofNullable(url.getHost())
        .map(host -> host.toLowerCase(Locale.ROOT))
        .filter(host -> host.length() <= 253 && HOST.matcher(host).matches())
        .filter(host -> endings.stream().anyMatch(host::endsWith));
  }

  private static int port(URI url) {
    return url.getPort() == -1 ? HTTPS : url.getPort();
  }

  private boolean isRungAt(int port) {
    return port == HTTPS || (thisMachine && port >= FIRST_FREE_PORT);
  }

  private boolean isRung(InetAddress address) {
    return Addresses.isPublic(address) || (thisMachine && address.isLoopbackAddress());
  }
}

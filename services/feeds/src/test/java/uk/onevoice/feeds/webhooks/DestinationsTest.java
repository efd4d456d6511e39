package uk.onevoice.feeds.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.feeds.webhooks.Destinations.Destination;
import uk.onevoice.feeds.webhooks.Destinations.Refused;

class DestinationsTest {
  private static final Destinations USUAL = of(false, "93.184.216.34");

  @Test
  void a_listed_host_is_called_at_the_address_that_was_looked_at() throws Exception {
    assertThat(USUAL.find(URI.create("https://Bell.Trust.NHS.uk/one/two")))
        .isEqualTo(
            new Destination(
                "bell.trust.nhs.uk", InetAddress.ofLiteral("93.184.216.34"), 443, "/one/two"));
    assertThat(USUAL.find(URI.create("https://a.gov.uk:443")).path()).isEqualTo("/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://bell.nhs.uk/",
        "ftp://bell.nhs.uk/",
        "https:///bell.nhs.uk",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://0.0.0.0/",
        "https://169.254.169.254/latest/meta-data/",
        "https://10.0.0.1/",
        "https://2130706433/",
        "https://0177.0.0.1/",
        "https://0x7f.1/",
        "https://127.1/",
        "https://localhost/",
        "https://bell.nhs.uk@127.0.0.1/",
        "https://127.0.0.1#.nhs.uk",
        "https://user@bell.nhs.uk/",
        "https://user:word@bell.nhs.uk/",
        "https://bell.nhs.uk?secret=1",
        "https://bell.nhs.uk#part",
        "https://bell.nhs.uk:5432/",
        "https://bell.nhs.uk:9092/",
        "https://bell.nhs.uk:80/",
        "https://bell.nhs.uk:8443/",
        "https://nhs.uk/",
        "https://.nhs.uk/",
        "https://evilnhs.uk/",
        "https://bell.nhs.uk.evil.example/",
        "https://bell.nhs.uk./",
        "https://bell_one.nhs.uk/",
        "https://-bell.nhs.uk/",
        "https://bell..nhs.uk/",
      })
  void anything_else_is_refused_before_a_name_is_asked_for(String url) {
    var asks =
        new Destinations(
            Set.of(".nhs.uk"),
            false,
            host -> {
              throw new AssertionError("asked for " + host);
            });
    assertThat(asks.isWellFormed(URI.create(url))).isFalse();
    assertRefused(asks, url, "ADDRESS_REFUSED");
  }

  @Test
  void a_host_that_is_inside_is_refused_whatever_else_it_is() {
    assertRefused(of(false, "127.0.0.1"), "https://bell.nhs.uk", "ADDRESS_REFUSED");
    assertRefused(of(false, "93.184.216.34", "10.0.0.7"), "https://bell.nhs.uk", "ADDRESS_REFUSED");
    assertRefused(of(false, "10.0.0.7", "93.184.216.34"), "https://bell.nhs.uk", "ADDRESS_REFUSED");
    assertRefused(of(false), "https://bell.nhs.uk", "ADDRESS_REFUSED");
  }

  @Test
  void a_name_that_leads_nowhere_is_said_to_be_so() {
    var nowhere =
        new Destinations(
            Set.of(".nhs.uk"),
            false,
            host -> {
              throw new UnknownHostException(host);
            });
    assertRefused(nowhere, "https://bell.nhs.uk", "NAME_UNKNOWN");
  }

  @Test
  void to_try_things_out_it_may_be_on_this_machine_and_nowhere_else_inside() throws Exception {
    assertThat(of(true, "127.0.0.1").find(URI.create("https://bell.nhs.uk:1024")).port())
        .isEqualTo(1024);
    assertThat(of(true, "::1").find(URI.create("https://bell.nhs.uk")).port()).isEqualTo(443);
    assertRefused(of(true, "127.0.0.1"), "https://bell.nhs.uk:1023", "ADDRESS_REFUSED");
    assertRefused(of(true, "10.0.0.1"), "https://bell.nhs.uk", "ADDRESS_REFUSED");
    assertRefused(of(true, "127.0.0.1"), "http://bell.nhs.uk:8080", "ADDRESS_REFUSED");
  }

  private static Destinations of(boolean thisMachine, String... addresses) {
    List<InetAddress> all = Stream.of(addresses).map(InetAddress::ofLiteral).toList();
    return new Destinations(Set.of(".nhs.uk", ".gov.uk"), thisMachine, _ -> all);
  }

  private static void assertRefused(Destinations destinations, String url, String reason) {
    assertThatThrownBy(() -> destinations.find(URI.create(url)))
        .as(url)
        .isInstanceOf(Refused.class)
        .hasMessage(reason);
  }
}

package uk.onevoice.feeds.subscriptions.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.feeds.subscriptions.domain.AllowedAddresses.Fault.HAS_FRAGMENT;
import static uk.onevoice.feeds.subscriptions.domain.AllowedAddresses.Fault.HAS_QUERY;
import static uk.onevoice.feeds.subscriptions.domain.AllowedAddresses.Fault.HAS_USER;
import static uk.onevoice.feeds.subscriptions.domain.AllowedAddresses.Fault.HOST_NOT_ALLOWED;
import static uk.onevoice.feeds.subscriptions.domain.AllowedAddresses.Fault.NOT_HTTPS;
import static uk.onevoice.feeds.subscriptions.domain.AllowedAddresses.Fault.PORT_NOT_ALLOWED;
import static uk.onevoice.feeds.subscriptions.domain.AllowedAddresses.Fault.TOO_LONG;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.onevoice.feeds.subscriptions.domain.AllowedAddresses.Fault;

class AllowedAddressesTest {
  private static final AllowedAddresses ALLOWED =
      new AllowedAddresses(Set.of(".nhs.uk", ".gov.uk"), false);
  private static final AllowedAddresses HERE = new AllowedAddresses(Set.of(".localhost"), true);

  @Test
  void an_address_is_https_at_a_listed_host() {
    for (String good :
        new String[] {
          "https://ring.wyvern.nhs.uk/onevoice",
          "https://ring.wyvern.nhs.uk",
          "https://ring.wyvern.nhs.uk:443/onevoice",
          "HTTPS://Ring.Wyvern.NHS.UK/onevoice",
          "https://a.gov.uk/"
        }) {
      assertThat(ALLOWED.fault(URI.create(good))).as(good).isEmpty();
    }
  }

  @Test
  void what_is_wrong_with_one_is_said() {
    Map.<String, Fault>ofEntries(
            Map.entry("http://ring.nhs.uk/", NOT_HTTPS),
            Map.entry("https:ring.nhs.uk", NOT_HTTPS),
            Map.entry("/v1/subscriptions", NOT_HTTPS),
            Map.entry("file:///etc/passwd", NOT_HTTPS),
            Map.entry("https://ring.nhs.uk@evil.example/", HAS_USER),
            Map.entry("https://user:word@ring.nhs.uk/", HAS_USER),
            Map.entry("https://ring.nhs.uk/?token=1", HAS_QUERY),
            Map.entry("https://ring.nhs.uk/?", HAS_QUERY),
            Map.entry("https://ring.nhs.uk/#part", HAS_FRAGMENT),
            Map.entry("https://nhs.uk/", HOST_NOT_ALLOWED),
            Map.entry("https://.nhs.uk/", HOST_NOT_ALLOWED),
            Map.entry("https://evilnhs.uk/", HOST_NOT_ALLOWED),
            Map.entry("https://ring.nhs.uk.evil.example/", HOST_NOT_ALLOWED),
            Map.entry("https://ring.nhs.uk./", HOST_NOT_ALLOWED),
            Map.entry("https://127.0.0.1/", HOST_NOT_ALLOWED),
            Map.entry("https://[::1]/", HOST_NOT_ALLOWED),
            Map.entry("https://2130706433/", HOST_NOT_ALLOWED),
            Map.entry("https://0177.0.0.1/", HOST_NOT_ALLOWED),
            Map.entry("https://ring.localhost/", HOST_NOT_ALLOWED),
            Map.entry("https://ring.nhs.uk:5432/", PORT_NOT_ALLOWED),
            Map.entry("https://ring.nhs.uk:80/", PORT_NOT_ALLOWED),
            Map.entry("https://ring.nhs.uk/" + "a".repeat(481), TOO_LONG))
        .forEach(
            (url, fault) -> assertThat(ALLOWED.fault(URI.create(url))).as(url).contains(fault));
    assertThat(ALLOWED.fault(URI.create("https://ring.nhs.uk/" + "a".repeat(480)))).isEmpty();
  }

  @Test
  void to_try_things_out_any_free_port_will_do() {
    assertThat(HERE.fault(URI.create("https://ring.localhost:8443/"))).isEmpty();
    assertThat(HERE.fault(URI.create("https://ring.localhost:1024/"))).isEmpty();
    assertThat(HERE.fault(URI.create("https://ring.localhost:1023/"))).contains(PORT_NOT_ALLOWED);
    assertThat(HERE.fault(URI.create("https://ring.localhost/"))).isEmpty();
    assertThat(HERE.fault(URI.create("https://ring.nhs.uk/"))).contains(HOST_NOT_ALLOWED);
  }
}

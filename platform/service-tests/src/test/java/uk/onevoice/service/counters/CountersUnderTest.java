package uk.onevoice.service.counters;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.onevoice.testkit.stack.RunningStack;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/**
 * The running stack's database and topics, and an issuer whose key the tests have. With the
 * argument {@code strained}, Kafka is out of reach and callers are kept short; with {@code late},
 * the issuer is away at first.
 */
public final class CountersUnderTest implements QuarkusTestResourceLifecycleManager {
  private final ServiceUnderTest service = new ServiceUnderTest();
  private @Nullable Issuer issuer;
  private List<String> topics = List.of();
  private boolean strained;
  private boolean late;

  @Override
  public void init(Map<String, String> arguments) {
    strained = Boolean.parseBoolean(arguments.get("strained"));
    late = Boolean.parseBoolean(arguments.get("late"));
  }

  @Override
  public Map<String, String> start() {
    service.init(Map.of("log", "counters"));
    var settings = new HashMap<>(service.start());
    Issuer started = new Issuer(late);
    issuer = started;
    settings.put("quarkus.oidc.auth-server-url", started.url());
    settings.put("test.issuer.jwk", started.jwk());
    settings.put("onevoice.first-administrator.issuer", started.url());
    settings.put("onevoice.first-administrator.subject", "first-administrator");
    // A busy machine is no reason to fail; how long callers wait is for the strained service.
    settings.put("onevoice.edge.position-wait", strained ? "500ms" : "60s");
    String events = RunningStack.get().createTopics("counters.events").get("counters.events");
    topics = List.of(Objects.requireNonNull(events));
    settings.put("onevoice.log.topic", events);
    settings.put("onevoice.requests.swept-every", "1s");
    // This is not the local profile: whatever the setting says, nobody is listened to.
    settings.put("onevoice.backdating.client", "onevoice-web");
    if (strained) {
      // As in service; tests are for people otherwise.
      settings.put("quarkus.log.console.json.enabled", "true");
      settings.put("kafka.bootstrap.servers", "127.0.0.1:1");
      settings.put("onevoice.directory.stale-after", "1s");
      settings.put("onevoice.edge.rate.requests", "5");
      settings.put("onevoice.edge.rate.window", "1h");
    }
    return settings;
  }

  @Override
  public void stop() {
    service.stop();
    RunningStack.get().deleteTopics(topics);
    if (issuer != null) {
      issuer.close();
    }
  }
}

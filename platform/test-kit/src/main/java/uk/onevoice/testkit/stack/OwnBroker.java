package uk.onevoice.testkit.stack;

import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import uk.onevoice.stack.Broker;
import uk.onevoice.stack.Parts;
import uk.onevoice.stack.Site;

/**
 * A Kafka broker that one test has for itself and may stop, kill, or rob of its data. It comes back
 * at the same address; topics are made by the test.
 */
public final class OwnBroker implements AutoCloseable {
  private static final String ADMIN = "admin";

  private final Site site;
  private @Nullable Broker broker;

  private OwnBroker(Site site) {
    this.site = site;
  }

  /** A new broker with free ports, started. */
  public static OwnBroker started() {
    var own = new OwnBroker(OwnSite.with(List.of("kafka", "controller")));
    own.start();
    return own;
  }

  public void start() {
    broker =
        OwnSite.calling(() -> Broker.start(site, OwnSite.parts(site).kafka(), OwnSite.quiet()));
  }

  /** In order, as an operator would. */
  public void stop() {
    var running = broker;
    if (running != null) {
      OwnSite.running(running::close);
      broker = null;
    }
  }

  /** As kill -9 would. */
  public void kill() {
    var running = broker;
    if (running != null) {
      OwnSite.running(running::kill);
      broker = null;
    }
  }

  /** Deletes all data of the broker, which must not run: topics, offsets, everything. */
  public void loseData() {
    if (broker != null) {
      throw new IllegalStateException("Stop or kill the broker first.");
    }
    OwnSite.running(() -> Parts.delete(site.folder().resolve("kafka")));
  }

  public String servers() {
    return "127.0.0.1:" + site.ports().of("kafka");
  }

  /** The administrator's {@code sasl.jaas.config}. */
  public String jaas() {
    return Broker.jaas(ADMIN, site.settings().get("secret.kafka.admin"));
  }

  /** What every Kafka client needs to connect, as the administrator. */
  public Properties clientProperties() {
    return Broker.client(servers(), ADMIN, site.settings().get("secret.kafka.admin"));
  }

  @Override
  public void close() {
    kill();
    OwnSite.delete(site);
  }
}

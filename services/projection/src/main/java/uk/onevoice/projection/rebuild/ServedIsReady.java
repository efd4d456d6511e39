package uk.onevoice.projection.rebuild;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import uk.onevoice.projection.served.Served;

/**
 * No request comes here while the first version that this service can read is being filled: those
 * that serve an older one go on.
 */
@Readiness
@Singleton
class ServedIsReady implements HealthCheck {
  private final Served served;

  ServedIsReady(Served served) {
    this.served = served;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.builder()
        .name("a read model is served")
        .status(served.version().isPresent())
        .build();
  }
}

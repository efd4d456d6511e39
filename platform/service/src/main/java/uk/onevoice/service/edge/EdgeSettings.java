package uk.onevoice.service.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Bounds for what a request may ask of the service. */
@ConfigMapping(prefix = "onevoice.edge")
public interface EdgeSettings {
  /** Bytes of headers together; more is answered with 431. */
  @Min(1024) @Max(60_000) @WithDefault("16384")
  int maxHeaderBytes();

  /** Characters of the address; more is answered with 414. */
  @Min(256) @Max(16_000) @WithDefault("4096")
  int maxUriLength();

  /** Bytes of a JSON body; more is answered with 413. Uploads have quarkus.http.limits instead. */
  @Min(1024) @WithDefault("1048576")
  int maxJsonBytes();

  /** How long a view waits for the position a caller has seen. */
  @WithDefault("5s")
  Duration positionWait();

  /** How often one caller may ask. */
  Rate rate();

  interface Rate {
    /** Requests in one window. */
    @Min(1) @WithDefault("6000")
    int requests();

    /** Length of the window; the allowance comes back evenly within it. */
    @WithDefault("60s")
    Duration window();

    /** Callers that are remembered at a time. */
    @Min(100) @WithDefault("50000")
    int callers();
  }
}

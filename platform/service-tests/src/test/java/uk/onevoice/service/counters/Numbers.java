package uk.onevoice.service.counters;

import java.net.URI;
import java.net.http.HttpRequest;

/** The service's numbers as Prometheus reads them. */
record Numbers(String text) {
  static Numbers now() {
    return new Numbers(
        Caller.send(HttpRequest.newBuilder(URI.create(Caller.base() + "/q/metrics")).GET()).body());
  }

  double of(String name) {
    return text.lines()
        .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
        .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no number " + name));
  }
}

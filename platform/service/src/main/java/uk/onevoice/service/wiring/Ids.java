package uk.onevoice.service.wiring;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Supplier;

/** New ids: version 7 UUIDs, which sort by when they were drawn. */
@ApplicationScoped
public class Ids implements Supplier<UUID> {
  private final NoArgGenerator generator = Generators.timeBasedEpochRandomGenerator();

  @Override
  public UUID get() {
    return generator.generate();
  }
}

package uk.onevoice.vault;

import java.util.UUID;

/** What an event says instead of the words: where the vault keeps them. */
public record VaultRef(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}

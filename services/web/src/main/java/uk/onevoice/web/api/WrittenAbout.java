package uk.onevoice.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom of other organisations something is written about, for the administrator who answers. */
public interface WrittenAbout {
  record Search(String name) {}

  record Found(List<Somebody> items) {}

  /**
   * @param linkedTo the registered person they are taken for
   */
  record Somebody(
      String slotId,
      String counterpartRef,
      String name,
      String roleTitle,
      @Nullable String linkedTo) {}

  record Person(String personId) {}
}

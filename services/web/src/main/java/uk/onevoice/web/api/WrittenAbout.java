package uk.onevoice.web.api;

import java.util.List;

/** Whom of other organisations something is written about, for the administrator who answers. */
public interface WrittenAbout {
  record Search(String name) {}

  record Found(List<Somebody> items) {}

  record Somebody(String slotId, String counterpartRef, String name, String roleTitle) {}

  record Person(String personId) {}
}

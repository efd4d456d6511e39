package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Pages about the service itself; they can be read without signing in. */
@Path("/about")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class AboutPages {
  private final Reader reader;

  AboutPages(Reader reader) {
    this.reader = reader;
  }

  record Accessibility(Frame frame) implements TemplateInstance {}

  record WhoSeesWhat(Frame frame) implements TemplateInstance {}

  record WhatPartnersHear(Frame frame) implements TemplateInstance {}

  record YourRecord(Frame frame) implements TemplateInstance {}

  record TheWords(Frame frame) implements TemplateInstance {}

  record Contact(Frame frame) implements TemplateInstance {}

  @GET
  @Path("accessibility")
  public TemplateInstance accessibility() {
    return new Accessibility(reader.frameIfPossible("Accessibility statement"));
  }

  @GET
  @Path("who-sees-what")
  public TemplateInstance whoSeesWhat() {
    return new WhoSeesWhat(reader.frameIfPossible("Who sees what"));
  }

  @GET
  @Path("feed")
  public TemplateInstance whatPartnersHear() {
    return new WhatPartnersHear(reader.frameIfPossible("What partners’ systems hear"));
  }

  @GET
  @Path("your-record")
  public TemplateInstance yourRecord() {
    return new YourRecord(reader.frameIfPossible("Ask to see what is written about you"));
  }

  @GET
  @Path("words")
  public TemplateInstance words() {
    return new TheWords(reader.frameIfPossible("Words we use"));
  }

  @GET
  @Path("contact")
  public TemplateInstance contact() {
    return new Contact(reader.frameIfPossible("Contact us"));
  }
}

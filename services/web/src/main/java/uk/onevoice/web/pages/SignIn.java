package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Me.RoleHolding;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;

/** The way in: the first page, signing in, and choosing a role. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SignIn {
  private static final String START = "/ics";

  private final Reader reader;

  SignIn(Reader reader) {
    this.reader = reader;
  }

  @GET
  public Response start(@QueryParam("state") @Nullable String afterSigningOut) {
    if (afterSigningOut != null) {
      return Html.goTo("/");
    }
    if (reader.signedIn()) {
      return Html.goTo(first());
    }
    return Html.page(200, new SignInPage(reader.plainFrame("Sign in")));
  }

  /** Whoever reaches this has signed in: the page asks for it. */
  @GET
  @Path("sign-in")
  public Response signIn(@QueryParam("next") @DefaultValue("") String next) {
    reader.me();
    return Html.goTo(next.isEmpty() ? first() : ownPath(next));
  }

  /** What general practice has to do first; for everybody else, and before a role, the lists. */
  private String first() {
    return reader.role().filter(held -> Roles.isOfGeneralPractice(held.role())).isPresent()
        ? "/week"
        : START;
  }

  /**
   * The identity provider's answer arrives here and is taken before; then the asked page follows.
   */
  @GET
  @Path("signed-in")
  public Response signedIn() {
    return Html.goTo(START);
  }

  @GET
  @Path("sign-in-failed")
  public Response failed() {
    return Html.page(
        400,
        new ProblemPage(
            reader.plainFrame("Signing in did not work"),
            "Signing in did not work",
            "Nobody is signed in, and nothing has happened.",
            List.of(
                "Try again from the start page.",
                "If it goes on, ask whoever looks after your work account."),
            ""));
  }

  @GET
  @Path("choose-role")
  public TemplateInstance chooseRole(@QueryParam("next") @DefaultValue("") String next) {
    Form form =
        Form.blank()
            .with("next", ownPath(next))
            .with("role", reader.role().map(RoleHolding::roleHoldingId).orElse(null));
    return rolePage(form);
  }

  @POST
  @Path("choose-role")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response chosenRole(MultivaluedMap<String, String> fields, @Context UriInfo uri) {
    Form form = Form.sent(fields);
    boolean held =
        reader.known().roleHoldings().stream()
            .anyMatch(holding -> holding.roleHoldingId().equals(form.value("role")));
    if (!held) {
      form.refuse("role", "Choose the role you act in");
      return Html.page(400, rolePage(form));
    }
    return Response.fromResponse(Html.goTo(ownPath(form.value("next"))))
        .cookie(
            new NewCookie.Builder(Reader.ROLE_COOKIE)
                .value(form.value("role"))
                .path("/")
                .httpOnly(true)
                .sameSite(SameSite.LAX)
                .secure("https".equals(uri.getRequestUri().getScheme()))
                .build())
        .build();
  }

  private ChooseRolePage rolePage(Form form) {
    List<RoleHolding> holdings = reader.known().roleHoldings();
    return new ChooseRolePage(
        reader.openFrame("Who are you today?"),
        form,
        holdings.size() == 1
            ? "You have 1 role. You see what your role may see, and you write in its name."
            : "You have "
                + holdings.size()
                + " roles. You see what your role may see, and you write in its name.",
        holdings.stream()
            .map(holding -> new Choice(holding.roleHoldingId(), RoleWords.of(holding)))
            .toList());
  }

  /** A path of this service; anything else would lead the reader elsewhere. */
  static String ownPath(String next) {
    try {
      URI uri = new URI(next);
      boolean own = uri.getScheme() == null && next.startsWith("/") && !next.startsWith("//");
      return own ? next : START;
    } catch (URISyntaxException notAnAddress) {
      return START;
    }
  }
}

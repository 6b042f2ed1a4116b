package dev.footfall.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.app.config.DestinationConfig;
import dev.footfall.app.config.Project;
import dev.footfall.app.config.Spelling;
import dev.footfall.app.fault.ExitCode;
import dev.footfall.app.fault.UserFault;
import dev.footfall.app.orchestration.Consents;
import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Renewal;
import dev.footfall.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has a person consent on a platform's page, and keeps the tokens that this gives. */
@Command(
    name = "authorise",
    aliases = "authorize",
    description = "Have a person consent on a platform's page, and keep the tokens.",
    footer = {
      "footfall authorise google-stores",
      "footfall authorise klaviyo --redirect-port 8484",
      "footfall authorise tiktok --redirect-uri https://example.com/consent"
    })
final class AuthoriseCommand implements Callable<Integer> {
  private static final List<String> TOKENS = List.of("access_token", "refresh_token");

  private final Session session;

  @Parameters(paramLabel = "DESTINATION", description = "A name under 'destinations:'.")
  private String name = "";

  @Option(
      names = "--redirect-port",
      paramLabel = "N",
      description = "Listen on this loopback port (default: a free one).")
  private int port;

  @Option(
      names = "--redirect-uri",
      paramLabel = "URI",
      description =
          "The address that is registered with the platform; unless it is on this machine, paste"
              + " where the browser ended.")
  private Optional<String> redirectUri = Optional.empty();

  @Option(
      names = "--paste",
      description = "Listen nowhere; read the address that the browser ended at.")
  private boolean paste;

  @Option(names = "--no-browser", description = "Print the address only; open no browser.")
  private boolean noBrowser;

  @Option(
      names = "--reveal",
      description = "Print the tokens instead of keeping them; they are secrets.")
  private boolean reveal;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  AuthoriseCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    Project project = session.project();
    DestinationConfig destination = destination(project);
    ConsentDialogue dialogue =
        new ConsentDialogue(
            session, name, new ConsentDialogue.Way(port, redirectUri, paste, !noBrowser));
    try (Store store = OpenStore.of(session, project.store())) {
      Consents consents =
          new Consents(
              project, session.surroundings(), reveal ? new Unkept() : store.tokens(), destination);
      Renewal.Result result = consents.accept(dialogue.consent(consents.authorisation()));
      tell(destination, granted(result), consents.written());
    }
    return ExitCode.DONE.number();
  }

  private DestinationConfig destination(Project project) {
    return Optional.ofNullable(project.destinations().get(name))
        .orElseThrow(
            () ->
                UserFault.of(
                    "no destination '"
                        + name
                        + "' in the project"
                        + Spelling.hint(name, List.copyOf(project.destinations().keySet()))));
  }

  private CredentialValues granted(Renewal.Result result) {
    if (result instanceof Renewal.Result.Renewed renewed) {
      return renewed.credential();
    }
    if (result instanceof Renewal.Result.Refused refused) {
      throw UserFault.stopped(name + ": " + refused.code() + ": " + refused.words());
    }
    throw UserFault.stopped(
        name
            + ": "
            + Code.PLATFORM_UNAVAILABLE
            + ": "
            + ((Renewal.Result.TryAgain) result).words());
  }

  private void tell(
      DestinationConfig destination, CredentialValues granted, CredentialValues written) {
    Map<String, String> fresh = new TreeMap<>();
    for (String field : TOKENS) {
      granted
          .find(field)
          .filter(value -> !written.find(field).equals(Optional.of(value)))
          .ifPresent(value -> fresh.put(field, value));
    }
    if (json) {
      Json.print(asJson(destination, granted, fresh), session.console());
      return;
    }
    if (reveal) {
      fresh.forEach((field, value) -> session.console().print(field + ": " + value));
      return;
    }
    session.console().print(inWords(destination, granted, fresh));
    session.console().say("Try it with 'footfall validate --connect'.");
  }

  private ObjectNode asJson(
      DestinationConfig destination, CredentialValues granted, Map<String, String> fresh) {
    ObjectNode node =
        Json.object()
            .put("destination", destination.name())
            .put("credential", destination.credential().orElse(""))
            .put("kept", !reveal)
            .put("renewable", fresh.containsKey("refresh_token"));
    granted.expiresAt().ifPresent(end -> node.put("ends", end.toString()));
    if (reveal) {
      ObjectNode tokens = node.putObject("tokens");
      fresh.forEach(tokens::put);
    }
    return node;
  }

  private static String inWords(
      DestinationConfig destination, CredentialValues granted, Map<String, String> fresh) {
    String kept =
        destination.name()
            + ": authorised; the tokens of credential '"
            + destination.credential().orElse("")
            + "' are kept encrypted in the store";
    String end = granted.expiresAt().map(at -> " until " + at).orElse("");
    return fresh.containsKey("refresh_token")
        ? kept + " and renewed by themselves"
        : kept + (end.isEmpty() ? "" : "; the token works" + end);
  }
}

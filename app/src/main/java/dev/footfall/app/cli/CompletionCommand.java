package dev.footfall.app.cli;

import dev.footfall.app.fault.ExitCode;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the completion script of a shell. */
@Command(
    name = "completion",
    description = "Print a script that completes commands and options in your shell.",
    footer = {
      "source <(footfall completion bash)",
      "footfall completion fish > ~/.config/fish/completions/footfall.fish"
    })
final class CompletionCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  private Shell shell = Shell.bash;

  /** The shells, named as they are typed. */
  enum Shell {
    bash,
    zsh,
    fish
  }

  CompletionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    String script =
        switch (shell) {
          case bash -> AutoComplete.bash("footfall", spec.root().commandLine());
          case zsh ->
              "autoload -U +X compinit && compinit -u\n"
                  + AutoComplete.bash("footfall", spec.root().commandLine());
          case fish -> FishCompletion.script(spec.root());
        };
    session.console().print(script);
    return ExitCode.DONE.number();
  }
}

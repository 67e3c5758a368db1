package org.rejoin.tck.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.rejoin.api.Platform;
import org.rejoin.tck.spec.Rule;

/** Where a check comes from: what is known of it beside its scenario, so that no id is parsed. */
public sealed interface Origin {
  /** What ids of such checks begin with, a word a level; lists and containers group by it. */
  ImmutableList<String> path();

  /** The kind in a word, as reports name it. */
  String kind();

  /** The rule whose own check it is; empty for a check of the matrix and the like. */
  default Optional<Rule> owner() {
    return Optional.empty();
  }

  /** Whether such checks are about families: their users may be on any platform of them. */
  default boolean isOfFamilies() {
    return false;
  }

  /** Whether such checks are few enough to be told of one by one, pass or not. */
  default boolean isWritten() {
    return true;
  }

  /**
   * A rule's own scenario.
   *
   * @param rule the rule
   */
  record OfRule(Rule rule) implements Origin {
    @Override
    public boolean isOfFamilies() {
      return true;
    }

    @Override
    public ImmutableList<String> path() {
      return ImmutableList.of(rule.id());
    }

    @Override
    public String kind() {
      return "rule";
    }

    @Override
    public Optional<Rule> owner() {
      return Optional.of(rule);
    }
  }

  /** A situation in which rules meet. */
  record Situation() implements Origin {
    @Override
    public boolean isOfFamilies() {
      return true;
    }

    @Override
    public ImmutableList<String> path() {
      return ImmutableList.of(kind());
    }

    @Override
    public String kind() {
      return "situation";
    }
  }

  /**
   * A scenario that tells a profile from the default one.
   *
   * @param id the profile's
   */
  record OfProfile(String id) implements Origin {
    @Override
    public boolean isOfFamilies() {
      return true;
    }

    @Override
    public ImmutableList<String> path() {
      return ImmutableList.of(kind(), id);
    }

    @Override
    public String kind() {
      return "profile";
    }
  }

  /**
   * One context of a cell of the platform matrix.
   *
   * @param actor the platform of whom it happens to
   * @param observer the platform of who sees it
   * @param cause what happens
   * @param comeback when the actor is back
   */
  record Cell(Platform actor, Platform observer, Matrix.Cause cause, Matrix.Comeback comeback)
      implements Origin {
    @Override
    public ImmutableList<String> path() {
      return ImmutableList.of(kind(), actor.id() + "-" + observer.id());
    }

    @Override
    public String kind() {
      return "matrix";
    }
  }

  /**
   * A millisecond either side of a constant, or exactly at it.
   *
   * @param constant the constant's word
   * @param who the platforms that it concerns
   * @param begin what the silence begins with, where a constant has more than one beginning
   */
  record Boundary(String constant, String who, Optional<Action> begin) implements Origin {
    @Override
    public ImmutableList<String> path() {
      return ImmutableList.of(kind(), constant, who);
    }

    @Override
    public String kind() {
      return "boundary";
    }
  }

  /** A pair of state and input of two users. */
  record Exhaustive() implements Origin {
    @Override
    public ImmutableList<String> path() {
      return ImmutableList.of(kind());
    }

    @Override
    public String kind() {
      return "exhaustive";
    }

    @Override
    public boolean isWritten() {
      return false;
    }
  }

  /**
   * A generated scenario.
   *
   * @param seed the random seed
   * @param index its number
   */
  record Generated(long seed, int index) implements Origin {
    @Override
    public ImmutableList<String> path() {
      return ImmutableList.of(kind(), String.valueOf(seed));
    }

    @Override
    public String kind() {
      return "generated";
    }

    @Override
    public boolean isWritten() {
      return false;
    }
  }

  /**
   * A property, which is held on a sample of its own.
   *
   * @param rules the rules that it follows from
   */
  record OfProperty(ImmutableSet<Rule> rules) implements Origin {
    @Override
    public ImmutableList<String> path() {
      return ImmutableList.of(kind());
    }

    @Override
    public String kind() {
      return "property";
    }
  }

  /** Handed in from outside: a file, a replay token, a recording. */
  record Given() implements Origin {
    @Override
    public ImmutableList<String> path() {
      return ImmutableList.of();
    }

    @Override
    public String kind() {
      return "given";
    }
  }
}

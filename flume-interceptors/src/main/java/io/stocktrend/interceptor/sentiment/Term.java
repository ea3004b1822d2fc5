package io.stocktrend.interceptor.sentiment;

/**
 * What a word or phrase of the lexicon does.
 *
 * @param weight strength, never negative; of a CLAUSE and a FRAME the factor that they apply
 */
record Term(Kind kind, double weight) {
  /** The sections of a lexicon file. */
  enum Kind {
    /** Good news by itself. */
    POSITIVE,
    /** Bad news by itself. */
    NEGATIVE,
    /** More of its subject: good for a good noun, bad for a bad one; alone it counts half. */
    UP,
    /** Less of its subject. */
    DOWN,
    /** As UP, but nothing without a noun or a percentage beside it. */
    RAISE,
    /** As DOWN, but nothing without a noun or a percentage beside it. */
    LOWER,
    /** A noun of which more is good. */
    GOOD,
    /** A noun of which more is bad. */
    BAD,
    /** Turns what follows into its opposite. */
    NOT,
    /** Begins a clause that counts with this factor. */
    CLAUSE,
    /** Stands between a figure and the one that it is compared with. */
    VERSUS,
    /** The whole text counts with this factor. */
    FRAME,
    /** Counts nothing, nor do the words in it. */
    NEUTRAL,
    /** Takes a term of the same words out of the lexicon. */
    NONE
  }

  boolean isDirection() {
    return switch (kind) {
      case UP, DOWN, RAISE, LOWER -> true;
      default -> false;
    };
  }

  /** 1 where more or better is meant, -1 where less or worse is, else 0. */
  int side() {
    return switch (kind) {
      case POSITIVE, GOOD, UP, RAISE -> 1;
      case NEGATIVE, BAD, DOWN, LOWER -> -1;
      default -> 0;
    };
  }
}

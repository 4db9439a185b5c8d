<?php

declare(strict_types=1);

namespace Drupal\duidelijk\Plugin\Validation\Constraint;

use Drupal\Core\StringTranslation\TranslatableMarkup;
use Drupal\Core\Validation\Attribute\Constraint;
use Symfony\Component\Validator\Constraint as SymfonyConstraint;

/**
 * A page that is published is clear enough.
 */
#[Constraint(id: 'Duidelijk', label: new TranslatableMarkup('Duidelijke taal'), type: ['entity'])]
class DuidelijkConstraint extends SymfonyConstraint {

  /**
   * What the editor reads; @words are the reasons and the first findings.
   */
  public string $message = 'Deze pagina is nog niet bewaard, want de tekst is nog niet duidelijk genoeg. Uw tekst staat hieronder nog. @words Wilt u de tekst bewaren zonder te publiceren? Zet dan ‘Gepubliceerd’ uit.';

}

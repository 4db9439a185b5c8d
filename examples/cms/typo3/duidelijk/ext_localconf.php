<?php

defined('TYPO3') || die();

$GLOBALS['TYPO3_CONF_VARS']['SC_OPTIONS']['t3lib/class.t3lib_tcemain.php']['processDatamapClass']['duidelijk']
    = \Gemeente\Duidelijk\CheckBeforeShowing::class;

<?php

use Gemeente\Duidelijk\CheckBeforeShowing;
use TYPO3\CMS\Core\Utility\ExtensionManagementUtility;

defined('TYPO3') || die();

ExtensionManagementUtility::addTCAcolumns('pages', [
    'tx_duidelijk_reden' => [
        'label' => 'Toch zichtbaar maken, ook als de tekst onduidelijk is',
        'config' => [
            'type' => 'select',
            'renderType' => 'selectSingle',
            'items' => [
                ['label' => 'Nee', 'value' => ''],
                ...array_map(fn($reason) => ['label' => "Ja: $reason", 'value' => $reason], CheckBeforeShowing::REASONS),
            ],
        ],
    ],
]);
ExtensionManagementUtility::addToAllTCAtypes('pages', 'tx_duidelijk_reden', '', 'after:hidden');
